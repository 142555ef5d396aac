namespace CorridorSim.Analysis.Discovery;

/// <summary>A region of the inputs and how well it tells hits from the rest.</summary>
/// <param name="Restrictions">Its rule, one line per restricted factor, in the order of the factors.</param>
/// <param name="Coverage">Share of all hits that lie within.</param>
/// <param name="Density">Share of the points within that are hits.</param>
/// <param name="Mass">Share of all points that lie within.</param>
public sealed record Box(IReadOnlyList<BoxRestriction> Restrictions, double Coverage, double Density, double Mass)
{
    /// <summary>How many factors the rule names: fewer are easier to understand.</summary>
    public int RestrictedDimensions => Restrictions.Count;

    /// <summary>Whether a point lies within.</summary>
    /// <param name="inputs">Points x factors.</param>
    /// <param name="row">The point.</param>
    public bool Contains(double[,] inputs, int row)
    {
        foreach (var restriction in Restrictions)
        {
            if (!restriction.Holds(inputs[row, restriction.Factor]))
            {
                return false;
            }
        }

        return true;
    }
}

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
