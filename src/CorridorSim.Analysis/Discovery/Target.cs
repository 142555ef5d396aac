using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Analysis.Discovery;

/// <summary>
/// What is looked for in a sweep: <c>indicator sign number</c>, joined by <c>and</c> and <c>or</c> (<c>and</c> binds closer), for
/// example <c>deaths &lt; 6000 and irregular-entries:COL&gt;PAN &lt;= 2e6</c>; <c>indicator@2024-01..2024-12</c> asks for a recorded period.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Alternatives">It is true when all clauses of one of these are.</param>
public sealed record Target(string Text, IReadOnlyList<IReadOnlyList<TargetClause>> Alternatives)
{
    private static readonly string[] Signs = [">", ">=", "<", "<="];

    /// <summary>Reads a target.</summary>
    /// <exception cref="StudyException">It is not one, or the sweep has not recorded an indicator.</exception>
    public static Target Parse(string text, SweepTable table)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var alternatives = new List<IReadOnlyList<TargetClause>>();
        var clauses = new List<TargetClause>();
        for (var at = 0; at == 0 || at < words.Length; at += 4)
        {
            clauses.Add(Clause(text, words.AsSpan(Math.Min(at, words.Length)), table));
            var joint = at + 3 < words.Length ? words[at + 3] : "or";
            if (joint is not ("and" or "or"))
            {
                throw new StudyException($"'{joint}' in '{text}' joins nothing; write 'and' or 'or' between comparisons");
            }

            if (joint == "or")
            {
                alternatives.Add(clauses);
                clauses = [];
            }
        }

        return new Target(text, alternatives);
    }

    /// <summary>
    /// Share of the replicates of a point in which it is true, of those that have every figure it asks for; not-a-number when none
    /// has: its lanes failed, or a figure is not defined in any.
    /// </summary>
    public double Share(SweepTable table, int point)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] columns = [.. Alternatives.SelectMany(all => all).Select(c => c.Column).Distinct()];
        int[] judged = [.. Enumerable.Range(0, table.Manifest.Replicates).Where(k => columns.All(c => !double.IsNaN(table.Replicates(c, point)[k])))];
        return UndefinedFigure.Ratio(judged.Count(k => Alternatives.Any(all => all.All(c => c.IsTrue(table.Replicates(c.Column, point)[k])))), judged.Length);
    }

    private static TargetClause Clause(string text, ReadOnlySpan<string> words, SweepTable table)
    {
        if (words.Length < 3 || !Signs.Contains(words[1])
            || !NumberText.TryParse(words[2], out var level))
        {
            throw new StudyException($"'{text}' is not a target; write 'deaths < 6000', with blanks around the sign, joined by 'and' or 'or'");
        }

        var ends = words[0].Split('@', 2);
        return new TargetClause(table.ColumnOf(ends[0], ends.Length == 2 ? ends[1] : null), words[1], level);
    }
}

/// <summary>One comparison of a figure with a number.</summary>
/// <param name="Column">Index of the figure.</param>
/// <param name="Sign"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>.</param>
/// <param name="Level">The number.</param>
public sealed record TargetClause(int Column, string Sign, double Level)
{
    /// <summary>Whether it is true of a value; never of a failed lane.</summary>
    public bool IsTrue(double value) => Sign switch
    {
        ">" => value > Level,
        ">=" => value >= Level,
        "<" => value < Level,
        _ => value <= Level,
    };
}
