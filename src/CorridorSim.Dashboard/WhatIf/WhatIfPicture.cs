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
    public static WhatIfPicture Of(WhatIfAnswer answer, WhatIfLook look) => new(ChartsOf(answer, look), EffectsOf(answer), MapOf(answer, look));

    /// <summary>The same, on several cores.</summary>
    public static async Task<WhatIfPicture> OfAsync(WhatIfAnswer answer, WhatIfLook look)
    {
        var charts = Task.Run(() => ChartsOf(answer, look));
        var effects = Task.Run(() => EffectsOf(answer));
        var map = MapOf(answer, look);
        return new WhatIfPicture(await charts, await effects, map);
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

    private static IReadOnlyList<Effect> EffectsOf(WhatIfAnswer answer) => new Comparison(answer.Baseline, answer.Current).OnHeadline();

    private static MapModel MapOf(WhatIfAnswer answer, WhatIfLook look)
    {
        var world = answer.Compiled.Experiment.World;
        return look.IsMapDifference ? MapModel.Difference(world, answer.Baseline, answer.Current) : MapModel.Of(world, answer.Current);
    }
}
