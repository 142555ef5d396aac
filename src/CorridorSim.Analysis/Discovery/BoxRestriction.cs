namespace CorridorSim.Analysis.Discovery;

/// <summary>One line of a rule: where a factor has to lie.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Lower">Least value, inclusive; null is unrestricted.</param>
/// <param name="Upper">Greatest value, inclusive; null is unrestricted.</param>
/// <param name="Categories">For a categorical factor the category codes that are allowed, ascending; else null.</param>
public sealed record BoxRestriction(int Factor, double? Lower, double? Upper, IReadOnlyList<double>? Categories = null)
{
    /// <summary>Whether a value satisfies the line; NaN satisfies none.</summary>
    public bool Holds(double value) => Categories is { } allowed
        ? allowed.Contains(value)
        : !double.IsNaN(value) && !(value < Lower) && !(value > Upper);
}
