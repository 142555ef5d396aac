using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Status;
using CorridorSim.Cli.Terminal;

namespace CorridorSim.Cli.Reports;

/// <summary>What became of agreements, for the terminal and for <c>--json</c>.</summary>
internal static class StatusLines
{
    private const string Indent = "  ";

    /// <summary>A heading and a line an agreement, with a line for each provision that adds places; empty without agreements.</summary>
    /// <param name="all">What became of each.</param>
    /// <param name="words">How it is told.</param>
    public static string Text(IReadOnlyList<AgreementStatus> all, StatusWords words)
    {
        if (all.Count == 0)
        {
            return string.Empty;
        }

        var table = new TextTable(new TextColumn(string.Empty, IsRight: false));
        foreach (var status in all)
        {
            table.Note($"{words.Title(status.Instrument)}: {words.Of(status)}");
            foreach (var clause in status.Clauses)
            {
                table.Note(Indent + Describe(clause, words));
            }
        }

        foreach (var shared in all.SelectMany(s => s.Clauses.Where(c => c.With.Count > 0).Select(c => (Name: words.Provision($"{s.Instrument}/{c.Provision}"), Clause: c))).GroupBy(c => c.Clause.Where))
        {
            table.Note($"{string.Join(", ", shared.Select(c => c.Name))} together: {Taken(shared.First().Clause, words)}");
        }

        return "Agreements and measures" + table.Render(Screen.Width) + Environment.NewLine;
    }

    /// <summary>The same as objects.</summary>
    public static IEnumerable<object> Json(IReadOnlyList<AgreementStatus> all) => all.Select(s => new
    {
        s.Instrument,
        s.Replicates,
        s.InForce,
        s.ShareOfMonths,
        s.Suspended,
        Reason = s.Reason.Length > 0 ? s.Reason : null,
        s.FirstSuspended,
        Places = s.Clauses.Select(c => new { c.Provision, Promised = Of(c.Promised), Delivered = Of(c.Delivered), TakenUp = c.TakenUp is { } t ? Of(t) : null, c.Where, c.With }),
    });

    private static string Describe(ClauseStatus clause, StatusWords words)
    {
        var taken = clause.TakenUp is null || clause.With.Count > 0 ? string.Empty : $", {Taken(clause, words)}";
        return clause.Promised is { Lower: 0, Upper: 0 }
            ? $"{words.Provision(clause.Provision)}: nothing promised in these months"
            : $"{words.Provision(clause.Provision)}: {Figures.People(clause.Promised.Median)}{(clause.Where.Length > 0 ? " places" : string.Empty)} promised, {Figures.People(clause.Delivered.Median)} delivered{taken}";
    }

    private static string Taken(ClauseStatus clause, StatusWords words) => $"{Figures.People(Math.Abs(clause.TakenUp!.Value.Median))} {(clause.TakenUp.Value.Median < 0 ? "fewer" : "more")} than in the baseline ({words.Series(clause.Where)})";

    private static object Of(Band band) => new { band.Median, P05 = band.Lower, P95 = band.Upper };
}
