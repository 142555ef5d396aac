using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Measuring;

/// <summary>
/// Works a few figures out of each lane, so that the monthly series of thousands of lanes need not be kept. Only the series that
/// these figures need are recorded.
/// </summary>
public sealed class LaneMeasure
{
    private LaneMeasure(BlockPlan plan, IReadOnlyList<MeasuredColumn> columns) => (Plan, Columns) = (plan, columns);

    /// <summary>The experiment, recording what is needed and nothing else.</summary>
    public BlockPlan Plan { get; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<MeasuredColumn> Columns { get; }

    /// <summary>Prepares to measure.</summary>
    /// <param name="experiment">The experiment; what it records is replaced.</param>
    /// <param name="indicators">Indicators; the compact headline when empty.</param>
    /// <param name="periods">Periods of each; the whole horizon when empty.</param>
    /// <exception cref="UnknownIndicatorException">The world does not measure an indicator, or a period lies outside the horizon.</exception>
    public static LaneMeasure Of(Experiment experiment, IReadOnlyList<IndicatorName> indicators, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var everything = BlockPlan.Compile(experiment with { Recorded = null });
        var headline = indicators.Count > 0 ? Headline.Of(new BlockEnsemble(everything), indicators.Distinct()) : CompactHeadline(everything);
        SeriesKey[] needed = [.. headline.SelectMany(h => Needed(everything, h.Name)).Distinct()];
        var plan = BlockPlan.Compile(experiment with { Recorded = needed });
        var reader = new IndicatorReader(new BlockEnsemble(plan));
        var whole = Period.Of(reader.Ensemble);
        IReadOnlyList<Period> months = periods.Count > 0 ? periods : [whole];
        if (months.FirstOrDefault(p => p.Within(whole) != p) is { Last: > 0 } outside)
        {
            throw new UnknownIndicatorException($"{outside} lies outside the horizon {whole}; choose months inside.");
        }

        return new LaneMeasure(plan, [.. from h in headline from period in months select Column(reader, h, period)]);
    }

    /// <summary>The figures: columns x lanes of the block; not-a-number in lanes that failed and where the figure is not defined.</summary>
    public double[][] Measure(BlockResult block)
    {
        var reader = new IndicatorReader(new BlockEnsemble(Plan, block));
        return [.. Columns.Select(c => reader.Over(c.Name, c.Period).Values)];
    }

    /// <summary>The headline without its breakdown by channel: totals, and what happens at borders and on the main passages.</summary>
    public static IReadOnlyList<HeadlineIndicator> CompactHeadline(BlockPlan plan) =>
        [.. Headline.Of(new BlockEnsemble(plan)).Where(h => h.Fits(PlaceDetail.Compact))];

    private static MeasuredColumn Column(IndicatorReader reader, HeadlineIndicator indicator, Period period) => new(
        indicator.Words,
        indicator.Name,
        Indicator.OverPeriod(reader.Unit(indicator.Name)),
        period);

    private static SeriesKey[] Needed(BlockPlan plan, IndicatorName name)
    {
        var variables = name.Row.Needs;
        SeriesKey[] keys = [.. plan.AllSeries.Select(s => s.Key).Where(k =>
            variables.Contains(k.Variable) && k.Nationality == name.Nationality && (name.Where is null || k.Where == name.Where))];
        return variables.All(v => keys.Any(k => k.Variable == v)) ? keys : throw Unknown(plan, name);
    }

    private static UnknownIndicatorException Unknown(BlockPlan plan, IndicatorName name)
    {
        string[] variables = [.. plan.AllSeries.Select(s => s.Key.Variable).Concat(IndicatorCatalogue.WorkedOut.Select(i => i.Name)).Distinct()];
        if (!variables.Contains(name.Variable))
        {
            return new UnknownIndicatorException($"'{name}' is not an indicator of this world{Scenarios.Diagnostics.Suggestion.For(name.Variable, variables)}");
        }

        var places = plan.AllSeries.Select(s => s.Key).Where(k => k.Variable == name.Variable && k.Nationality == name.Nationality).Select(k => k.Where);
        return new UnknownIndicatorException($"'{name}' is not measured in this world{Scenarios.Diagnostics.Suggestion.For(name.Where ?? string.Empty, places)}");
    }
}

/// <summary>One figure that is worked out for every lane.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Name">The indicator.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Period">Months it covers.</param>
public sealed record MeasuredColumn(string Words, IndicatorName Name, string Unit, Period Period);
