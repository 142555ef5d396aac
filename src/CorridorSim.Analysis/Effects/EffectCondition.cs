using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Analysis.Effects;

/// <summary>
/// A condition on effects: clauses joined by <c>and</c> and <c>or</c>, where <c>and</c> binds closer. A clause is
/// <c>statistic(indicator) sign number</c>; without a statistic the median difference is meant, and a number may end with <c>%</c>.
/// Words stand apart by blanks: <c>deaths &gt; 0 and relative(irregular-entries:COL&gt;PAN) &lt; -5%</c>.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Alternatives">It is true when all clauses of one of these are.</param>
public sealed record EffectCondition(string Text, IReadOnlyList<IReadOnlyList<EffectClause>> Alternatives)
{
    private static readonly string[] Signs = [">", ">=", "<", "<=", "="];
    private static readonly string[] Verdicts = ["clear", "leaning", "one-sided", "cannot-tell", "exactly-zero"];

    /// <summary>Reads a condition; null, with the reason, when it is not one.</summary>
    public static EffectCondition? TryParse(string text, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var alternatives = new List<IReadOnlyList<EffectClause>>();
        var clauses = new List<EffectClause>();
        for (var at = 0; at == 0 || at < words.Length; at += 4)
        {
            if (Clause(text, [.. words.Skip(at).Take(3)], out error) is not { } clause)
            {
                return null;
            }

            clauses.Add(clause);
            var joint = at + 3 < words.Length ? words[at + 3] : "or";
            if (joint is not ("and" or "or") || at + 4 == words.Length)
            {
                error = $"'{text}' has '{joint}' where 'and' or 'or' and another clause may stand; write '{clause} and ...'";
                return null;
            }

            if (joint == "or")
            {
                alternatives.Add(clauses);
                clauses = [];
            }
        }

        error = string.Empty;
        return new EffectCondition(text, alternatives);
    }

    /// <summary>
    /// Whether it is true of a comparison. A clause on a figure that is not a number is neither true nor false: the condition is
    /// judged all the same when its other clauses settle it, and otherwise says what it lacks.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="period">Months, all common ones unless told.</param>
    /// <exception cref="UnknownIndicatorException">An indicator was not recorded.</exception>
    public ConditionAnswer Judge(Comparison comparison, Period? period = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var alternatives = Alternatives.Select(all => all.Select(c => (Clause: c, Effect: comparison.On(c.Indicator, period)))
            .Select(c => (c.Clause, c.Effect, IsTrue: c.Clause.IsTrue(c.Effect))).ToArray()).ToArray();
        if (alternatives.Any(all => all.All(c => c.IsTrue == true)))
        {
            return new ConditionAnswer(true, string.Empty);
        }

        var open = alternatives.Where(all => all.All(c => c.IsTrue != false)).SelectMany(all => all).FirstOrDefault(c => c.IsTrue is null);
        return open.Clause is null
            ? new ConditionAnswer(false, string.Empty)
            : new ConditionAnswer(null, $"{open.Clause.Statistic}({open.Clause.Indicator}) is not a number: {EffectStatistic.Lack(open.Clause.Statistic, open.Effect)}");
    }

    private static EffectClause? Clause(string text, string[] words, out string error)
    {
        error = $"'{text}' is not a condition; write 'deaths > 0' or 'p05(admissions:usa-h2a) >= 100 and verdict(deaths) = clear', with blanks around each sign";
        if (words.Length < 3 || !Signs.Contains(words[1]))
        {
            return null;
        }

        var bracket = words[0].IndexOf('(', StringComparison.Ordinal);
        var statistic = bracket < 0 ? EffectStatistic.Names[0] : words[0][..bracket];
        if (bracket >= 0 && !words[0].EndsWith(')') || statistic != EffectClause.Verdict && !EffectStatistic.Names.Contains(statistic))
        {
            error = $"'{words[0]}' in '{text}' is not a figure; use {string.Join(", ", EffectStatistic.Names)} or {EffectClause.Verdict}, such as 'p05(deaths)'";
            return null;
        }

        var indicator = IndicatorName.Parse(bracket < 0 ? words[0] : words[0][(bracket + 1)..^1]);
        return statistic == EffectClause.Verdict
            ? OfVerdict(indicator, words, ref error)
            : OfNumber(statistic, indicator, words, ref error);
    }

    private static EffectClause? OfVerdict(IndicatorName indicator, string[] words, ref string error)
    {
        if (words[1] == "=" && Verdicts.Contains(words[2]))
        {
            return new EffectClause(EffectClause.Verdict, indicator, "=", 0, words[2]);
        }

        error = $"'{words[2]}' is not a verdict; use = and one of {string.Join(", ", Verdicts)}";
        return null;
    }

    private static EffectClause? OfNumber(string statistic, IndicatorName indicator, string[] words, ref string error)
    {
        var isPercent = words[2].EndsWith('%');
        if (NumberText.TryParse(words[2].EndsWith('%') ? words[2][..^1] : words[2], out var level))
        {
            return new EffectClause(statistic, indicator, words[1], isPercent ? level / 100 : level);
        }

        error = $"'{words[2]}' is not a number; write 0, -250, 1e5 or 5%";
        return null;
    }
}

/// <summary>Whether a condition is true of a comparison.</summary>
/// <param name="IsTrue">Null when it cannot be known, because a figure is not a number.</param>
/// <param name="Lack">What it lacks then, in words; empty otherwise.</param>
public sealed record ConditionAnswer(bool? IsTrue, string Lack);
