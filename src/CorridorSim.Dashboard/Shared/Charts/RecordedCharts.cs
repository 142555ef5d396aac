using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>Puts the record into charts: observed months as points, and months after the fit shaded.</summary>
public static class RecordedCharts
{
    /// <summary>Name of what was observed, in legends and data.</summary>
    public const string Observed = "observed";

    /// <summary>A chart of levels with what was observed, or one of differences or several series with its shade alone.</summary>
    /// <param name="spec">The chart; it runs over months.</param>
    /// <param name="record">The record; null leaves the chart as it is.</param>
    /// <param name="showsLevels">Whether the chart shows levels of the indicator that it names.</param>
    public static ChartSpec With(this ChartSpec spec, RecordedMonths? record, bool showsLevels)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (record is null)
        {
            return spec;
        }

        var observed = showsLevels ? record.By(IndicatorName.Parse(spec.Indicator), ChartTable.StepOf(spec)) : null;
        return spec with
        {
            FittedTo = record.LastFitted is { } last ? CalendarMonth.Format(last) : null,
            Series = observed is null ? spec.Series : [.. spec.Series, new ChartSeries(Observed, Palette.Record, observed) { IsRecord = true }],
        };
    }
}
