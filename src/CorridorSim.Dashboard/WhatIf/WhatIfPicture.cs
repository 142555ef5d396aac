using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Charts;
using CorridorSim.Dashboard.Map;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>What is shown of an answer.</summary>
/// <param name="Charts">Headline charts.</param>
/// <param name="Effects">Headline effects.</param>
/// <param name="Map">The corridor map.</param>
public sealed record WhatIfPicture(IReadOnlyList<ChartSpec> Charts, IReadOnlyList<Effect> Effects, MapModel Map)
{
    /// <summary>Draws an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="showsLevels">Levels beside the baseline instead of the change from it.</param>
    /// <param name="isMapDifference">The map of what widens and narrows instead of who moves where.</param>
    /// <param name="command">The command line that makes the numbers.</param>
    public static WhatIfPicture Of(WhatIfAnswer answer, bool showsLevels, bool isMapDifference, string command)
    {
        ArgumentNullException.ThrowIfNull(answer);
        (string, IEnsemble) baseline = ("baseline", answer.Baseline);
        (string, IEnsemble) current = ("as set", answer.Current);
        var world = answer.Compiled.Experiment.World;
        return new WhatIfPicture(
            [.. HeadlineCharts.First(answer.Current).Select(n => showsLevels ? HeadlineCharts.Levels(n, [baseline, current], command) : HeadlineCharts.Differences(n, baseline, [current], command))],
            new Comparison(answer.Baseline, answer.Current).OnHeadline(),
            isMapDifference ? MapModel.Difference(world, answer.Baseline, answer.Current) : MapModel.Of(world, answer.Current));
    }
}
