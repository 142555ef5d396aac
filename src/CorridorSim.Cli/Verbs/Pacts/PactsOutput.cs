using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Cli.Verbs.Pacts;

/// <summary>What the scorecard of agreements says.</summary>
internal sealed class PactsOutput(IReadOnlyList<PactClause> clauses, IReadOnlyList<PactEffect> effects)
{
    private const string CannotTell = "cannot tell: months not there";

    public async Task WriteTextAsync()
    {
        foreach (var clause in clauses)
        {
            await Console.Out.WriteLineAsync(PactSentence.Of(clause));
        }

        new TerminalTable("agreement", "clause", "published", ">size", "unit", "basis", ">due by then", ">delivered", ">compliance", "counted")
            .With(clauses.Select(c => new[]
            {
                c.Agreement.Id, c.Clause.Id, c.Quantity, c.PromisesAll ? "all" : Figures.Level(c.Size ?? double.NaN, c.Unit), c.Unit, c.IsAssumed ? "assumed" : "published",
                Figures.Level(c.DueByThen ?? double.NaN, c.Unit), Figures.Level(c.Delivered?.Total ?? double.NaN, c.Unit), Figures.Percent(c.Compliance ?? double.NaN), Counted(c),
            })).Write();
        if (effects.Count == 0)
        {
            return;
        }

        await Console.Out.WriteLineAsync("What each agreement alone changes in the model, and what was counted around its signature (three months over three)");
        new TerminalTable("agreement", "dose", "months", "indicator", "unit", ">without", ">change", ">90% interval", "direction", ">counted")
            .With(effects.Select(e => new[]
            {
                e.Agreement, e.Dose, e.Period.ToString(), e.Words, e.Effect.Base.Unit, Figures.Level(e.Effect.BaseMedian, e.Effect.Base.Unit), Figures.Difference(e.Effect.Summary.Median, e.Effect.Base.Unit),
                Figures.Differences(e.Effect.Summary.P05, e.Effect.Summary.P95, e.Effect.Base.Unit), e.Effect.VerdictInWords,
                double.IsNaN(e.Observed) ? CannotTell : Figures.Change(e.Observed),
            })).Write();
    }

    public async Task WriteJsonAsync() => await JsonOutput.WriteAsync(new
    {
        Clauses = clauses.Select(c => new
        {
            Agreement = c.Agreement.Id,
            AgreementTitle = c.Agreement.Title,
            c.Parties,
            Signed = c.SignedMonth is { } signed ? DateText.Format(signed) : null,
            Clause = c.Clause.Id,
            ClauseTitle = c.Clause.Title,
            Lever = c.Lever.Name,
            c.Quantity,
            c.Size,
            c.Unit,
            RangeLow = c.Range?.Low,
            RangeHigh = c.Range?.High,
            Basis = c.IsAssumed ? "assumption" : "published",
            c.Source,
            c.DueByThen,
            c.DueInAll,
            Delivered = c.Delivered?.Total,
            DeliveredByMonth = c.Delivered?.ByMonth.ToDictionary(m => CalendarMonth.Format(m.Key), m => Math.Round(m.Value, 1)),
            DeliveredSource = c.Delivered?.Source,
            c.Compliance,
            Sentence = PactSentence.Of(c),
        }),
        Effects = effects.Select(e => new
        {
            e.Agreement,
            e.Dose,
            Period = e.Period.ToString(),
            Effect = EffectJson.Of(e.Effect),
            CountedChange = double.IsNaN(e.Observed) ? (double?)null : e.Observed,
            Verdict = e.Effect.Summary.Verdict.Name(),
        }),
    });

    /// <summary>One row a clause, and one a month for what was delivered of it.</summary>
    public string Csv()
    {
        var text = new StringBuilder("agreement,parties,signed,clause,lever,quantity,size,unit,basis,source,month,delivered,delivered-source\n");
        foreach (var c in clauses)
        {
            string[] head =
            [
                c.Agreement.Id, string.Join(' ', c.Parties), c.SignedMonth is { } signed ? DateText.Format(signed) : string.Empty, c.Clause.Id, c.Lever.Name, Cell(c.Quantity),
                c.Size?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty, c.Unit, c.IsAssumed ? "assumption" : "published", Cell(c.Source),
            ];
            foreach (var (month, value) in c.Delivered?.ByMonth.Select(m => (CalendarMonth.Format(m.Key), m.Value.ToString("0.#", CultureInfo.InvariantCulture))) ?? [(string.Empty, string.Empty)])
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"{string.Join(',', head)},{month},{value},{Cell(c.Delivered?.Source ?? string.Empty)}\n");
            }
        }

        return text.ToString();
    }

    private static string Counted(PactClause clause) =>
        clause.Delivered is { } delivered ? $"{CalendarMonth.Format(delivered.Span.First)} to {CalendarMonth.Format(delivered.Span.Last)}" : "-";

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
