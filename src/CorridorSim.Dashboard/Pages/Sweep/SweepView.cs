using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Sweeps;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>A finished sweep as pages show it: axes, and which points a brush keeps.</summary>
public sealed class SweepView
{
    /// <summary>Reads the axes of a sweep.</summary>
    public SweepView(SweepTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Factors = [.. table.Factors.Select((f, i) => new SweepAxis(f.Id, f.Label, f.Unit, [.. Enumerable.Range(0, table.Count).Select(p => table.Points[p, i])]))];
        Figures = [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].Period == table.WholePeriod)
            .Select(c => new SweepAxis(table.Columns[c].Name, table.Columns[c].Indicator, table.Columns[c].Unit, table.Means(c)))];
    }

    /// <summary>The sweep.</summary>
    public SweepTable Table { get; }

    /// <summary>What is varied.</summary>
    public IReadOnlyList<SweepAxis> Factors { get; }

    /// <summary>What is measured, over the whole horizon.</summary>
    public IReadOnlyList<SweepAxis> Figures { get; }

    /// <summary>
    /// A value of a figure that most replicates lie below at some of the points and above at others: the middle one of the different
    /// medians of the points, and how far these lie apart.
    /// </summary>
    public (double Value, double Range) Middle(SweepAxis figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var column = Table.ColumnOf(figure.Id);
        double[] medians = [.. Enumerable.Range(0, Table.Count).Select(p => Quantiles.WithoutNaN(Table.Replicates(column, p).ToArray())).Where(r => r.Length > 0)
            // The replicate that decides whether half of them lie below a target: between the two middle ones there may be a wide gap.
            .Select(r => r.Order().ElementAt((r.Length - 1) / 2)).Distinct().Order()];
        return medians.Length == 0 ? (double.NaN, 0) : (medians[medians.Length / 2], medians[^1] - medians[0]);
    }

    /// <summary>The figure with a name, or the first.</summary>
    public SweepAxis Figure(string? name) => Figures.FirstOrDefault(f => f.Id == name) ?? Figures[0];

    /// <summary>The factor with an identifier, or null.</summary>
    public SweepAxis? Factor(string? id) => Factors.FirstOrDefault(f => f.Id == id);

    /// <summary>What can be brushed: factors and figures.</summary>
    public IEnumerable<SweepAxis> Axes => Factors.Concat(Figures);

    /// <summary>The factor or figure with a name, or null.</summary>
    public SweepAxis? Axis(string? id) => Axes.FirstOrDefault(a => a.Id == id);

    /// <summary>Points that every brush keeps; all without one.</summary>
    public bool[] Kept(IReadOnlyList<Brush> brushes) =>
        [.. Enumerable.Range(0, Table.Count).Select(p => brushes.All(b => Axis(b.Axis) is not { } axis || b.Holds(axis.Values[p])))];
}
