using CorridorSim.Analysis.Sweeps;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>What of a sweep is looked at: a figure across one or two factors, over the points that brushes keep.</summary>
/// <param name="View">The sweep.</param>
/// <param name="Figure">The figure.</param>
/// <param name="X">First factor.</param>
/// <param name="Y">Second factor; the first again when there is one only.</param>
/// <param name="Brushes">The brushes, one an axis; none keeps all.</param>
/// <param name="Kept">For each point whether it is kept.</param>
public sealed record SweepSelection(SweepView View, SweepAxis Figure, SweepAxis X, SweepAxis Y, IReadOnlyList<Brush> Brushes, IReadOnlyList<bool> Kept)
{
    /// <summary>Whether some points may be left out.</summary>
    public bool IsBrushed => Brushes.Count > 0;

    /// <summary>The points that are kept, as a sweep of their own.</summary>
    public SweepTable Table { get; } = Brushes.Count == 0 ? View.Table : View.Table.Keep(Kept);

    /// <summary>Numbers of the points that are kept, ascending.</summary>
    public int[] Points { get; } = [.. Enumerable.Range(0, Kept.Count).Where(p => Kept[p])];

    /// <summary>Those at which the figure has a value.</summary>
    public int[] Valued { get; } = [.. Enumerable.Range(0, Kept.Count).Where(p => Kept[p] && double.IsFinite(Figure.Values[p]))];

    /// <summary>How many are kept, to follow other words; empty when all are.</summary>
    public string Words => IsBrushed ? FormattableString.Invariant($", {Points.Length} points kept") : string.Empty;

    /// <summary>The ranges that are kept, in words.</summary>
    public IEnumerable<(SweepAxis Axis, string Words)> Ranges =>
        from brush in Brushes
        let axis = View.Axis(brush.Axis)!
        select (axis, $"{Texts.Short(axis.Label, 60)} {axis.Plain(Math.Max(axis.Least, brush.Lower))} to {axis.Plain(Math.Min(axis.Greatest, brush.Upper))}");

    /// <summary>Which points these are: all, or those within the ranges.</summary>
    public string Over => IsBrushed ? $"{Points.Length} of {Kept.Count} points, those with {string.Join(" and ", Ranges.Select(r => r.Words))}" : $"all {Kept.Count} points";

    /// <summary>What the names in an address choose; the first of each where a name is none.</summary>
    public static SweepSelection Of(SweepView view, string? figure, string? x, string? y, IEnumerable<string>? brushes)
    {
        ArgumentNullException.ThrowIfNull(view);
        Brush[] chosen = [.. Brush.Read(brushes).Where(b => view.Axis(b.Axis) is not null)];
        return new SweepSelection(
            view, view.Figure(figure), view.Factor(x) ?? view.Factors[0], view.Factor(y) ?? view.Factors[Math.Min(1, view.Factors.Count - 1)], chosen, view.Kept(chosen));
    }
}
