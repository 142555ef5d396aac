using System.Text;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>The numbers of a chart as a table, as CSV and in the long format of integrated assessment modelling (IAMC).</summary>
/// <param name="spec">The chart.</param>
public sealed class ChartTable(ChartSpec spec)
{
    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; } = [IsMonthly(spec) ? StepOf(spec).Name() : "category", "series", "value", "p05", "p95", "unit"];

    /// <summary>Rows: category, series, value, lower and upper end (not-a-number where there is none).</summary>
    public IEnumerable<(string Category, string Series, double Value, double Lower, double Upper)> Rows =>
        from series in spec.Series
        from i in Enumerable.Range(0, Math.Min(spec.Categories.Count, series.Values.Length))
        where !series.IsRecord || !double.IsNaN(series.Values[i])
        select (spec.Categories[i], series.Name, series.Values[i], series.Lower?[i] ?? double.NaN, series.Upper?[i] ?? double.NaN);

    /// <summary>Where the numbers come from, and the command that makes them.</summary>
    public static string Source(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return $"CorridorSim, a simulation{(spec.Series.Any(s => s.IsRecord) ? "; points: observed" : string.Empty)}";
    }

    /// <summary>The table as CSV, below lines that begin with # and say title, unit, interval, source and command.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(Head).AppendJoin(',', Columns).Append('\n');
        foreach (var row in Rows)
        {
            text.AppendJoin(',', Cell(row.Category), Cell(row.Series), Number(row.Value), Number(row.Lower), Number(row.Upper), Cell(spec.Unit)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The table as IAMC long format: one value a row, each statistic a variable of its own. Its readers expect the names of the columns in the first line, so that nothing stands above them.</summary>
    public string ToIamc()
    {
        var text = new StringBuilder("model,scenario,region,variable,unit,period,value\n");
        foreach (var row in Rows)
        {
            foreach (var (statistic, value) in new[] { ("median", row.Value), ("p05", row.Lower), ("p95", row.Upper) }.Where(v => !double.IsNaN(v.Item2)))
            {
                text.AppendJoin(',', "CorridorSim", Cell(row.Series), "World", Cell($"{spec.Indicator}|{statistic}"), Cell(spec.Unit), Cell(row.Category), Number(value)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>True when the categories are months, weeks or quarters.</summary>
    public static bool IsMonthly(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Kind is ChartKind.Fan or ChartKind.Stack;
    }

    /// <summary>First day of a week, month or quarter, as <c>yyyy-MM-dd</c>.</summary>
    public static string FirstDay(string period)
    {
        if (!ReportSteps.TryParse(period, out _, out var month, out var week))
        {
            return period;
        }

        var day = 1 + (week * CalendarMonth.Days(month) / ReportSteps.WeeksPerMonth);
        return FormattableString.Invariant($"{CalendarMonth.Format(month)}-{day:D2}");
    }

    /// <summary>Length of the periods of a chart over time.</summary>
    public static ReportStep StepOf(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Categories.Count > 0 && ReportSteps.TryParse(spec.Categories[0], out var step, out _, out _) ? step : ReportStep.Month;
    }

    private string Head => CsvHead.Of(spec.Title, spec.Unit, spec.Note, spec.Command, Source(spec));

    private static string Number(double value) => double.IsNaN(value) ? string.Empty : Numbers.Exact(value);

    // A cell that begins like a formula would be run by a spreadsheet.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
