using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Inputs;

/// <summary>A value or the distribution it is drawn from.</summary>
/// <param name="Kind">The family.</param>
/// <param name="A">Constant: the value. Uniform, triangular: least. Normal: mean. Lognormal: median. Sample: column.</param>
/// <param name="B">Uniform: greatest. Triangular: most likely. Normal, lognormal: standard deviation (of the logarithm).</param>
/// <param name="C">Triangular: greatest.</param>
public readonly record struct Distribution(DistributionKind Kind, double A, double B = 0, double C = 0)
{
    /// <summary>A fixed value.</summary>
    public static Distribution Constant(double value) => new(DistributionKind.Constant, value);

    /// <summary>The value in the middle: the constant, the median, or the most likely value of a triangle.</summary>
    public double Central => Kind switch
    {
        DistributionKind.Uniform => (A + B) / 2,
        DistributionKind.Triangular => B,
        DistributionKind.Sample => double.NaN,
        _ => A,
    };

    /// <summary>The value below which a share <paramref name="probability"/> of draws falls.</summary>
    /// <param name="probability">Between 0 and 1, both exclusive.</param>
    /// <exception cref="InvalidOperationException">A joint sample has no quantile function of its own.</exception>
    public double Quantile(double probability) => Kind switch
    {
        DistributionKind.Constant => A,
        DistributionKind.Uniform => A + ((B - A) * probability),
        DistributionKind.Triangular => TriangularQuantile(probability),
        DistributionKind.Normal => A + (B * Elementary.NormalQuantile(probability)),
        DistributionKind.LogNormal => A * Elementary.Exp(B * Elementary.NormalQuantile(probability)),
        _ => throw new InvalidOperationException("A joint sample has no quantile function."),
    };

    private double TriangularQuantile(double probability)
    {
        if (C <= A)
        {
            return A;
        }

        var turn = (B - A) / (C - A);
        return probability < turn
            ? A + Math.Sqrt(probability * (C - A) * (B - A))
            : C - Math.Sqrt((1 - probability) * (C - A) * (C - B));
    }
}
