using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Map;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>What is shown of an answer.</summary>
/// <param name="Charts">Headline charts.</param>
/// <param name="Indicators">Headline indicators.</param>
/// <param name="Effects">The effects on them, in their order.</param>
/// <param name="Map">The corridor map.</param>
/// <param name="Story">The answer in three sentences.</param>
/// <param name="Agreements">What became of the agreements.</param>
public sealed record WhatIfPicture(IReadOnlyList<ChartSpec> Charts, IReadOnlyList<HeadlineIndicator> Indicators, IReadOnlyList<Effect> Effects, MapModel Map, RunStory Story, AgreementFacts Agreements)
{
    /// <summary>Draws an answer.</summary>
    public static WhatIfPicture Of(WhatIfAnswer answer, WhatIfLook look)
    {
        var compared = Compared(answer);
        var effects = compared.OnHeadline();
        return new WhatIfPicture(ChartsOf(answer, look), compared.Headline, effects, MapOf(answer, look), StoryOf(answer, look, compared.Headline, effects), AgreementsOf(answer));
    }

    /// <summary>The same, on several cores.</summary>
    public static async Task<WhatIfPicture> OfAsync(WhatIfAnswer answer, WhatIfLook look)
    {
        var charts = Task.Run(() => ChartsOf(answer, look));
        var compared = Compared(answer);
        var effects = Task.Run(() => compared.OnHeadline());
        var agreements = Task.Run(() => AgreementsOf(answer));
        var map = MapOf(answer, look);
        var story = StoryOf(answer, look, compared.Headline, await effects);
        return new WhatIfPicture(await charts, compared.Headline, await effects, map, story, await agreements);
    }

    private static ChartSpec[] ChartsOf(WhatIfAnswer answer, WhatIfLook look)
    {
        var places = new PlaceWords(answer.Compiled.Experiment.World);
        (string, IEnsemble) baseline = ("baseline", answer.Baseline);
        (string, IEnsemble) current = ("your settings", answer.Current);
        return
        [
            .. HeadlineCharts.First(answer.Current).Select(n => (look.ShowsLevels
                ? HeadlineCharts.Levels(n, [baseline, current], look.Command).With(look.Record, showsLevels: true)
                : HeadlineCharts.Differences(n, baseline, [current], look.Command).With(look.Record, showsLevels: false)).Named(n, places)),
        ];
    }

    private static RunStory StoryOf(WhatIfAnswer answer, WhatIfLook look, IReadOnlyList<HeadlineIndicator> indicators, IReadOnlyList<Effect> effects) => RunStory.Of(
        StoryFacts.Of(answer.Compiled, answer.Baseline, answer.Current, look.Record, indicators.Zip(effects).ToDictionary(p => p.First, p => p.Second), look.Moved) with { Baseline = answer.BaselineTitle });

    private static AgreementFacts AgreementsOf(WhatIfAnswer answer) => AgreementFacts.Of(answer.Compiled, answer.Baseline, answer.Current);

    private static Comparison Compared(WhatIfAnswer answer) => new(answer.Baseline, answer.Current);

    private static MapModel MapOf(WhatIfAnswer answer, WhatIfLook look)
    {
        var world = answer.Compiled.Experiment.World;
        return look.IsMapDifference ? MapModel.Difference(world, answer.Baseline, answer.Current) : MapModel.Of(world, answer.Current);
    }
}
