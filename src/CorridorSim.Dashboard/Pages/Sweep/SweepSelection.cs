using CorridorSim.Analysis.Sweeps;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>What of a sweep is looked at: a figure across one or two factors, over the points that a brush keeps.</summary>
/// <param name="View">The sweep.</param>
/// <param name="Figure">The figure.</param>
/// <param name="X">First factor.</param>
/// <param name="Y">Second factor; the first again when there is one only.</param>
/// <param name="Brush">The brush; null keeps all.</param>
/// <param name="Kept">For each point whether it is kept.</param>
public sealed record SweepSelection(SweepView View, SweepAxis Figure, SweepAxis X, SweepAxis Y, Brush? Brush, IReadOnlyList<bool> Kept)
{
    /// <summary>The points that are kept, as a sweep of their own.</summary>
    public SweepTable Table { get; } = Brush is null ? View.Table : View.Table.Keep(Kept);

    /// <summary>Numbers of the points that are kept, ascending.</summary>
    public int[] Points { get; } = [.. Enumerable.Range(0, Kept.Count).Where(p => Kept[p])];

    /// <summary>Those at which the figure has a value.</summary>
    public int[] Valued { get; } = [.. Enumerable.Range(0, Kept.Count).Where(p => Kept[p] && double.IsFinite(Figure.Values[p]))];

    /// <summary>How many are kept, to follow other words; empty when all are.</summary>
    public string Words => Brush is null ? string.Empty : FormattableString.Invariant($", {Points.Length} points kept");

    /// <summary>What the names in an address choose; the first of each where a name is none.</summary>
    public static SweepSelection Of(SweepView view, string? figure, string? x, string? y, string? brush)
    {
        ArgumentNullException.ThrowIfNull(view);
        var chosen = Brush.TryParse(brush);
        return new SweepSelection(
            view, view.Figure(figure), view.Factor(x) ?? view.Factors[0], view.Factor(y) ?? view.Factors[Math.Min(1, view.Factors.Count - 1)], chosen, view.Kept(chosen));
    }
}
