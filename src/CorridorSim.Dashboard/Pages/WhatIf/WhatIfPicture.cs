using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Map;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>What is shown of an answer.</summary>
/// <param name="Charts">Headline charts.</param>
/// <param name="Indicators">Headline indicators, after the one that was chosen beside them.</param>
/// <param name="Effects">The effects on them, in their order.</param>
/// <param name="Map">The corridor map.</param>
/// <param name="Story">The answer in three sentences.</param>
/// <param name="Agreements">What became of the agreements.</param>
public sealed record WhatIfPicture(IReadOnlyList<ChartSpec> Charts, IReadOnlyList<HeadlineIndicator> Indicators, IReadOnlyList<Effect> Effects, MapModel Map, RunStory Story, AgreementFacts Agreements)
{
    /// <summary>The chart of the indicator that was chosen beside those of the headline; null for none.</summary>
    public ChartSpec? Chosen { get; init; }

    /// <summary>Draws an answer.</summary>
    public static WhatIfPicture Of(WhatIfAnswer answer, WhatIfLook look)
    {
        var compared = Compared(answer);
        return Assembled(answer, look, compared, ChartsOf(answer, look), compared.OnHeadline(), MapOf(answer, look), AgreementsOf(answer));
    }

    /// <summary>The same, on several cores.</summary>
    public static async Task<WhatIfPicture> OfAsync(WhatIfAnswer answer, WhatIfLook look)
    {
        var charts = Task.Run(() => ChartsOf(answer, look));
        var compared = Compared(answer);
        var effects = Task.Run(() => compared.OnHeadline());
        var agreements = Task.Run(() => AgreementsOf(answer));
        var map = MapOf(answer, look);
        return Assembled(answer, look, compared, await charts, await effects, map, await agreements);
    }

    private static WhatIfPicture Assembled(
        WhatIfAnswer answer, WhatIfLook look, Comparison compared, ChartSpec[] charts, IReadOnlyList<Effect> effects, MapModel map, AgreementFacts agreements)
    {
        var headline = compared.Headline;
        var shown = Headline.With(headline, look.Chosen);
        return new WhatIfPicture(
            charts, shown, [.. shown.SkipLast(headline.Count).Select(h => compared.On(h.Name)), .. effects], map, StoryOf(answer, look, headline, effects), agreements)
        {
            Chosen = look.Chosen is { } chosen ? ChartOf(chosen, answer, look) with { Id = HeadlineCharts.Chosen } : null,
        };
    }

    private static ChartSpec[] ChartsOf(WhatIfAnswer answer, WhatIfLook look) => [.. HeadlineCharts.First(answer.Current).Select(n => ChartOf(n, answer, look))];

    private static ChartSpec ChartOf(IndicatorName name, WhatIfAnswer answer, WhatIfLook look)
    {
        (string, IEnsemble) baseline = ("baseline", answer.Baseline);
        (string, IEnsemble) current = ("your settings", answer.Current);
        return (look.ShowsLevels
            ? HeadlineCharts.Levels(name, [baseline, current], look.Command).With(look.Record, showsLevels: true)
            : HeadlineCharts.Differences(name, baseline, [current], look.Command).With(look.Record, showsLevels: false)).Named(name, new PlaceWords(answer.Compiled.Experiment.World));
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
