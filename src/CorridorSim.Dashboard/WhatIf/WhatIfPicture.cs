using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Charts;
using CorridorSim.Dashboard.Map;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>What is shown of an answer.</summary>
/// <param name="Charts">Headline charts.</param>
/// <param name="Indicators">Headline indicators.</param>
/// <param name="Effects">The effects on them, in their order.</param>
/// <param name="Map">The corridor map.</param>
public sealed record WhatIfPicture(IReadOnlyList<ChartSpec> Charts, IReadOnlyList<HeadlineIndicator> Indicators, IReadOnlyList<Effect> Effects, MapModel Map)
{
    /// <summary>Draws an answer.</summary>
    public static WhatIfPicture Of(WhatIfAnswer answer, WhatIfLook look) =>
        new(ChartsOf(answer, look), Compared(answer).Headline, Compared(answer).OnHeadline(), MapOf(answer, look));

    /// <summary>The same, on several cores.</summary>
    public static async Task<WhatIfPicture> OfAsync(WhatIfAnswer answer, WhatIfLook look)
    {
        var charts = Task.Run(() => ChartsOf(answer, look));
        var compared = Compared(answer);
        var effects = Task.Run(() => compared.OnHeadline());
        var map = MapOf(answer, look);
        return new WhatIfPicture(await charts, compared.Headline, await effects, map);
    }

    private static ChartSpec[] ChartsOf(WhatIfAnswer answer, WhatIfLook look)
    {
        (string, IEnsemble) baseline = ("baseline", answer.Baseline);
        (string, IEnsemble) current = ("as set", answer.Current);
        return
        [
            .. HeadlineCharts.First(answer.Current).Select(n => look.ShowsLevels
                ? HeadlineCharts.Levels(n, [baseline, current], look.Command)
                : HeadlineCharts.Differences(n, baseline, [current], look.Command)),
        ];
    }

    private static Comparison Compared(WhatIfAnswer answer) => new(answer.Baseline, answer.Current);

    private static MapModel MapOf(WhatIfAnswer answer, WhatIfLook look)
    {
        var world = answer.Compiled.Experiment.World;
        return look.IsMapDifference ? MapModel.Difference(world, answer.Baseline, answer.Current) : MapModel.Of(world, answer.Current);
    }
}
