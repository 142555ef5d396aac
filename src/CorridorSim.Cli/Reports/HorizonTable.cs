using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Cli.Reports;

/// <summary>Scores by months ahead as a table and as JSON, beside the simple benchmarks.</summary>
internal static class HorizonTable
{
    private static readonly ForecastMethod[] Methods = Enum.GetValues<ForecastMethod>();

    /// <summary>Prints rows, each with the origin it is of or an empty text for all.</summary>
    /// <param name="title">What stands above.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="places">Names of the world.</param>
    public static void Write(string title, IEnumerable<(string Origin, HorizonScore Score)> rows, PlaceWords? places)
    {
        Console.Out.WriteLine(title);
        new TerminalTable("origin", "series", "ahead", "error", ">default", ">model", ">last month", ">last year", ">seasonal", ">trend", ">drift", ">better", ">in 50%", ">in 90%", ">CRPS", ">WIS")
            .With(rows.OrderBy(r => r.Score.Series, StringComparer.Ordinal).ThenBy(r => r.Score.IsTotal).SelectMany(r => Lines(r.Origin, r.Score, places)))
            .Write();
    }

    /// <summary>One score as an object to print as JSON.</summary>
    public static object Json(HorizonScore s) => new
    {
        s.Series,
        Group = s.IsTotal ? "total" : "nationalities",
        MonthsAhead = Ahead(s),
        s.Months,
        s.Members,
        Pooled = Named(s.Pooled),
        Median = Named(s.Median),
        s.BetterThanLastMonth,
        s.Coverage50,
        s.Coverage90,
        Reliability = HorizonScore.Levels.Zip(s.Held, (level, held) => new { Level = level, Held = held }),
        s.Crps,
        s.Wis,
    };

    private static IEnumerable<string[]> Lines(string origin, HorizonScore s, PlaceWords? places)
    {
        string[] more = [$"{s.BetterThanLastMonth}/{s.Members}", Figures.Percent(s.Coverage50), Figures.Percent(s.Coverage90), Figures.Fixed(s.Crps), Figures.Fixed(s.Wis)];
        string[] Line(string name, IReadOnlyDictionary<ForecastMethod, double> errors, string[] rest) =>
            [origin, places?.Counted(s.Series) ?? s.Series, Ahead(s), name, .. Methods.Select(m => Figures.Fixed(errors[m])), .. rest];
        yield return Line(s.IsTotal ? "total" : "pooled", s.Pooled, more);
        if (!s.IsTotal)
        {
            yield return Line("median", s.Median, ["", "", "", "", ""]);
        }
    }

    private static string Ahead(HorizonScore s) => FormattableString.Invariant($"{s.First}-{s.Last}");

    private static Dictionary<string, double> Named(IReadOnlyDictionary<ForecastMethod, double> errors) =>
        errors.ToDictionary(e => HubTable.ModelOf(e.Key), e => e.Value);
}
