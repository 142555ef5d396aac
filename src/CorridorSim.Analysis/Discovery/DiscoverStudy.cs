using System.Globalization;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Discovery;

/// <summary>Finds the rule under which a target holds in a finished sweep, by the patient rule induction method.</summary>
/// <param name="table">The sweep.</param>
public sealed class DiscoverStudy(SweepTable table)
{
    private const int LeastPoints = 20;

    /// <summary>Searches.</summary>
    /// <param name="target">What to look for.</param>
    /// <param name="share">Share of replicates in which it has to hold at a point, above 0, up to 1.</param>
    /// <param name="coverage">Share of the hits that the rule has to keep; null for the best balance of coverage and density.</param>
    /// <param name="options">How to search.</param>
    /// <exception cref="StudyException">There are too few points, or none or all of them are hits.</exception>
    public DiscoveryResult Search(Target target, double share = 0.5, double? coverage = null, PrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (table.Count < LeastPoints)
        {
            throw new StudyException($"the sweep has {table.Count} points; rules need at least {LeastPoints}: sample more");
        }

        bool[] hits = [.. Enumerable.Range(0, table.Count).Select(p => target.Share(table, p) >= share)];
        var count = hits.Count(hit => hit);
        if (count == 0 || count == hits.Length)
        {
            throw new StudyException(count == 0
                ? $"'{target.Text}' holds at none of the {hits.Length} points, so there is no rule to find; ask for less, or widen the ranges of the sweep"
                : $"'{target.Text}' holds at all {hits.Length} points, so no factor matters for it; ask for more");
        }

        var prim = options ?? new PrimOptions();
        var trajectory = Prim.Peel(table.Points, hits, prim);
        var chosen = coverage is { } kept ? trajectory.Choose(kept) : trajectory.ChooseBalanced();
        var box = Prim.Paste(chosen, table.Points, hits, prim);
        var rule = new DiscoveredRule(box, [.. box.Restrictions.Select(Words)], QuasiPValues.Of(box, table.Points, hits));
        return new DiscoveryResult(target, share, hits.Length, count, rule, trajectory);
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

        string Number(double value) => factor.Unit == "month"
            ? CalendarMonth.Format((int)Math.Floor(value))
            : value.ToString("G5", CultureInfo.InvariantCulture);
    }
}
