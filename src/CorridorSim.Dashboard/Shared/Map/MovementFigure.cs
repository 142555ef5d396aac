using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>What a corridor map draws, as a chart over months and as a table.</summary>
public static class MovementFigure
{
    private const int MostLines = 6;

    /// <summary>The unit of lines and rows.</summary>
    public static string Unit(MapModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.IsDifference ? "effect a month" : "people or events a month";
    }

    /// <summary>The largest movements month by month, with their intervals.</summary>
    /// <param name="model">The map.</param>
    /// <param name="id">Identifier of the figure.</param>
    /// <param name="note">Replicates and interval, in words.</param>
    /// <param name="command">The command line that makes the numbers; empty for none.</param>
    public static ChartSpec Chart(MapModel model, string id, string note, string command)
    {
        ArgumentNullException.ThrowIfNull(model);
        var largest = Largest(model);
        return new ChartSpec
        {
            Id = $"{id}-months",
            Title = largest.Length == 0 ? "Nobody moves" : $"{Said(largest[0].Words)} {(model.IsDifference ? "changes most" : "is the largest movement")}: {Peak(model, largest[0])}",
            Unit = Unit(model),
            Note = $"{note}, band: 90% interval{(largest.Length < model.Flows.Count ? $"; the largest {largest.Length} of {model.Flows.Count} movements" : string.Empty)}",
            Categories = model.Months,
            Series = [.. largest.Select((f, i) => new ChartSeries(Texts.Short(f.Words, 70), Palette.At(i), f.Monthly, f.Lower, f.Upper))],
            Indicator = "movement",
            Command = command,
            ShowsZero = model.IsDifference,
        };
    }

    /// <summary>Every movement in every month as CSV, below lines that say what it is.</summary>
    public static string Csv(MapModel model, string title, string note, string command)
    {
        ArgumentNullException.ThrowIfNull(model);
        return CsvHead.Of(title, Unit(model), $"{note}; p05 to p95 is the 90% interval", command)
            + "month,kind,id,value,p05,p95\n"
            + string.Concat(model.Flows.SelectMany(f => f.Monthly.Select((v, m) => $"{model.Months[m]},{(f.IsLegal ? "legal" : "irregular")},{f.Id},{Numbers.Exact(v)},{Numbers.Exact(f.Lower[m])},{Numbers.Exact(f.Upper[m])}\n")));
    }

    /// <summary>Words that begin a sentence or a cell.</summary>
    public static string Said(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length == 0 ? words : string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    private static MapFlow[] Largest(MapModel model) =>
        [.. model.Flows.Where(f => f.Monthly.Any(v => v != 0)).OrderByDescending(f => f.Monthly.Sum(Math.Abs)).Take(MostLines)];

    private static string Peak(MapModel model, MapFlow flow)
    {
        var month = Enumerable.Range(0, flow.Monthly.Length).MaxBy(m => Math.Abs(flow.Monthly[m]));
        var value = flow.Monthly[month];
        return $"{(model.IsDifference ? Numbers.WithSign(value) : Numbers.Rounded(value))} in {Texts.Month(model.Months[month])}";
    }
}
