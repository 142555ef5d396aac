using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Search;

/// <summary>
/// Maps a bounded quantity to the whole line and back: the logit between two bounds, the logarithm beyond one, itself without any.
/// </summary>
public sealed record BoundedTransform
{
    // A value at its bound would lie at infinity; it is taken as this share of the way inside.
    private const double Margin = 1e-9;

    /// <summary>A transform.</summary>
    /// <param name="lower">Lower bound, exclusive, or null.</param>
    /// <param name="upper">Upper bound, exclusive, or null.</param>
    /// <exception cref="ArgumentException">The lower bound is not below the upper one.</exception>
    public BoundedTransform(double? lower = null, double? upper = null)
    {
        if (lower >= upper || lower is double.NaN || upper is double.NaN)
        {
            throw new ArgumentException($"The lower bound {lower} is not below the upper bound {upper}.", nameof(lower));
        }

        (Lower, Upper) = (lower, upper);
    }

    /// <summary>Lower bound, exclusive, or null.</summary>
    public double? Lower { get; }

    /// <summary>Upper bound, exclusive, or null.</summary>
    public double? Upper { get; }

    /// <summary>The place on the whole line; a value at or beyond a bound is taken as just inside.</summary>
    /// <param name="value">In the quantity's own unit.</param>
    public double ToLine(double value) => (Lower, Upper) switch
    {
        ({ } lower, { } upper) => Logit(Math.Clamp((value - lower) / (upper - lower), Margin, 1 - Margin)),
        ({ } lower, null) => Elementary.Log(Math.Max(value - lower, Margin)),
        (null, { } upper) => -Elementary.Log(Math.Max(upper - value, Margin)),
        _ => value,
    };

    /// <summary>The value at a place of the line, never beyond a bound.</summary>
    /// <param name="place">Any number.</param>
    public double FromLine(double place) => (Lower, Upper) switch
    {
        ({ } lower, { } upper) => Math.Clamp(lower + ((upper - lower) / (1 + Elementary.Exp(-place))), lower, upper),
        ({ } lower, null) => lower + Elementary.Exp(place),
        (null, { } upper) => upper - Elementary.Exp(-place),
        _ => place,
    };

    private static double Logit(double share) => Elementary.Log(share / (1 - share));
}
