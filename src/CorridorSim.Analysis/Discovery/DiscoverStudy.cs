using System.Globalization;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Analysis.Discovery;

/// <summary>Finds the rule under which a target holds in a finished sweep, by the patient rule induction method.</summary>
/// <param name="table">The sweep.</param>
public sealed class DiscoverStudy(SweepTable table)
{
    private const int LeastPoints = 20;
    private const int LeastHits = 10;

    /// <summary>Searches.</summary>
    /// <param name="target">What to look for.</param>
    /// <param name="share">Share of replicates in which it has to hold at a point, above 0, up to 1.</param>
    /// <param name="coverage">Share of the hits that the rule has to keep; null for the best balance of coverage and density.</param>
    /// <param name="options">How to search.</param>
    /// <exception cref="StudyException">There are too few points or hits, all points are hits, or no factor tells hits from the rest.</exception>
    public DiscoveryResult Search(Target target, double share = 0.5, double? coverage = null, PrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        double[] shares = [.. Enumerable.Range(0, table.Count).Select(p => target.Share(table, p))];
        var judged = table.Keep([.. shares.Select(s => !double.IsNaN(s))]);
        bool[] hits = [.. shares.Where(s => !double.IsNaN(s)).Select(s => s >= share)];
        Demand(target, hits);
        var prim = options ?? new PrimOptions();
        var trajectory = Prim.Peel(judged.Points, hits, prim);
        var chosen = coverage is { } kept ? trajectory.Choose(kept) : trajectory.ChooseBalanced();
        var box = QuasiPValues.Prune(Prim.Paste(chosen, judged.Points, hits, prim), judged.Points, hits);
        if (box.Restrictions.Count == 0)
        {
            throw new StudyException($"'{target.Text}' holds at {hits.Count(hit => hit)} of {hits.Length} points, but no factor tells these from the others; sample more, or vary other factors");
        }

        var rule = new DiscoveredRule(box, [.. box.Restrictions.Select(Words)], QuasiPValues.Of(box, judged.Points, hits));
        return new DiscoveryResult(target, share, hits.Length, hits.Count(hit => hit), table.Count - hits.Length, rule, trajectory);
    }

    private void Demand(Target target, bool[] hits)
    {
        var count = hits.Count(hit => hit);
        var leftOut = table.Count == hits.Length ? string.Empty : $" ({table.Count - hits.Length} more have no figure to judge by)";
        var reason = (hits.Length, count) switch
        {
            ( < LeastPoints, _) => $"{(leftOut.Length == 0 ? table.Counted : $"the sweep has {hits.Length} points{leftOut}")}; rules need at least {LeastPoints}: {table.More}",
            (_, 0) => $"'{target.Text}' holds at none of the {hits.Length} points{leftOut}, so there is no rule to find; ask for less, or widen the ranges of the sweep",
            _ when count == hits.Length => $"'{target.Text}' holds at all {hits.Length} points{leftOut}, so no factor matters for it; ask for more",
            (_, < LeastHits) => $"'{target.Text}' holds at only {count} of {hits.Length} points{leftOut}; a rule needs at least {LeastHits}, or it describes chance: sample more, or ask for less",
            _ => null,
        };
        if (reason is not null)
        {
            throw new StudyException(reason);
        }
    }

    /// <summary>A line of a rule in words.</summary>
    public string Words(BoxRestriction line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var factor = table.Factors[line.Factor];
        var unit = factor.Unit is "month" or "1" ? string.Empty : " " + factor.Unit;
        return (line.Lower, line.Upper) switch
        {
            ({ } lower, { } upper) => $"{factor.Label} between {Number(lower)} and {Number(upper)}{unit}",
            ({ } lower, null) => $"{factor.Label} at least {Number(lower)}{unit}",
            (null, { } upper) => $"{factor.Label} at most {Number(upper)}{unit}",
            _ => $"{factor.Label} one of {string.Join(", ", (line.Categories ?? []).Select(Number))}{unit}",
        };

        string Number(double value) => factor.IsDate
            ? DateText.Format(value)
            : value.ToString("G5", CultureInfo.InvariantCulture);
    }
}
