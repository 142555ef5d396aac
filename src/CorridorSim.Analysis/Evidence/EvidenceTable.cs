using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Analysis.Evidence;

/// <summary>How a published effect is worked out of the model.</summary>
public enum EvidenceKind
{
    /// <summary>Log change of a series per log change of another.</summary>
    Elasticity,

    /// <summary>Relative change of a series.</summary>
    Change,

    /// <summary>95 % quantile of the relative change: below 0 when a fall is clear.</summary>
    Clear,

    /// <summary>Relative change of a series less that of another.</summary>
    Order,

    /// <summary>Change of a series per unit of change of another.</summary>
    Ratio,

    /// <summary>Share of months in which the median change is negative.</summary>
    MonthsBelow,
}

/// <summary>A published effect of a measure and how the model is held against it.</summary>
/// <param name="Measure">The measure, in words.</param>
/// <param name="Outcome">What it acts on, in words.</param>
/// <param name="Scenario">Scenario file, beside its parent; or, with a provision, the scenario with and without it.</param>
/// <param name="Without">Provision that is taken away, a path; empty to compare with the parent.</param>
/// <param name="Period">Months that count.</param>
/// <param name="Kind">How it is worked out.</param>
/// <param name="Series">Series that are added.</param>
/// <param name="Against">Series that they are compared with, added; none for kinds of one series.</param>
/// <param name="Low">Least value that agrees, inclusive.</param>
/// <param name="High">Greatest, inclusive.</param>
/// <param name="Published">What was published, in words.</param>
/// <param name="Source">Who published it.</param>
public sealed record EvidenceRow(
    string Measure,
    string Outcome,
    string Scenario,
    string Without,
    Period Period,
    EvidenceKind Kind,
    IReadOnlyList<SeriesKey> Series,
    IReadOnlyList<SeriesKey> Against,
    double Low,
    double High,
    string Published,
    string Source);

/// <summary>Reads a table of published effects.</summary>
public static class EvidenceTable
{
    private static readonly string[] Columns =
        ["measure", "outcome", "scenario", "without", "period", "kind", "series", "against", "low", "high", "published", "source"];

    private static readonly Dictionary<string, EvidenceKind> Kinds = new()
    {
        ["elasticity"] = EvidenceKind.Elasticity,
        ["change"] = EvidenceKind.Change,
        ["clear"] = EvidenceKind.Clear,
        ["order"] = EvidenceKind.Order,
        ["ratio"] = EvidenceKind.Ratio,
        ["months-below"] = EvidenceKind.MonthsBelow,
    };

    /// <summary>Reads a file; what is wrong goes into the bag.</summary>
    public static IReadOnlyList<EvidenceRow> Read(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return [.. CsvTable.Read(path, path, Columns, bag).Rows.Select(Of)];
    }

    private static EvidenceRow Of(CsvRow row)
    {
        if (Period.TryParse(row.Text("period")) is not { } period)
        {
            row.Report("period", $"'{row.Text("period")}' is no period; write 2023, 2023-02 or 2023-02..2023-12");
            period = new Period(0, 0);
        }

        if (!Kinds.TryGetValue(row.Text("kind"), out var kind))
        {
            row.Report("kind", $"unknown kind '{row.Text("kind")}'; use {string.Join(", ", Kinds.Keys)}");
        }

        if (row.Text("source").Length == 0)
        {
            row.Report("source", "a published effect needs its source");
        }

        var (series, against) = (Keys(row, "series"), Keys(row, "against"));
        if (series.Count == 0 || (kind is EvidenceKind.Elasticity or EvidenceKind.Order or EvidenceKind.Ratio && against.Count == 0))
        {
            row.Report(series.Count == 0 ? "series" : "against", "name a series such as encounters-between-ports:MEX>USA/CUB");
        }

        var (low, high) = (row.Number("low"), row.Number("high"));
        if (low > high)
        {
            row.Report("low", "low lies above high; exchange them");
        }

        return new EvidenceRow(
            row.Text("measure"), row.Text("outcome"), row.Text("scenario"), row.Text("without"), period, kind, series, against, low, high, row.Text("published"), row.Text("source"));
    }

    private static List<SeriesKey> Keys(CsvRow row, string column)
    {
        var keys = new List<SeriesKey>();
        foreach (var word in row.Words(column))
        {
            var slash = word.LastIndexOf('/');
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (slash < 0 || colon < 0 || colon > slash)
            {
                row.Report(column, $"'{word}' is no series; write one such as encounters-between-ports:MEX>USA/CUB");
                continue;
            }

            keys.Add(new SeriesKey(word[..colon], word[(colon + 1)..slash], word[(slash + 1)..]));
        }

        return keys;
    }
}
