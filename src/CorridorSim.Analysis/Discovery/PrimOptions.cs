namespace CorridorSim.Analysis.Discovery;

/// <summary>How boxes are sought.</summary>
public sealed record PrimOptions
{
    /// <summary>Share of the box's points that a peel may remove, between 0 and 1; small is patient.</summary>
    public double PeelShare { get; init; } = 0.05;

    /// <summary>Share of the box's points that a paste adds, between 0 and 1.</summary>
    public double PasteShare { get; init; } = 0.05;

    /// <summary>The least share of all points that a box keeps, above 0 and below 1.</summary>
    public double LeastMass { get; init; } = 0.05;

    /// <summary>Factors whose values are codes of categories, restricted by set rather than by range.</summary>
    public IReadOnlySet<int> CategoricalFactors { get; init; } = new HashSet<int>();
}
