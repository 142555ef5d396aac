namespace CorridorSim.Analysis.Robustness;

/// <summary>An indicator under each policy in each future.</summary>
/// <param name="Values">Policies x futures, without NaN.</param>
/// <param name="Direction">Which way it is better.</param>
public sealed record IndicatorTable(double[,] Values, IndicatorDirection Direction)
{
    /// <summary>How many policies.</summary>
    public int Policies => Values.GetLength(0);

    /// <summary>How many futures.</summary>
    public int Futures => Values.GetLength(1);

    /// <summary>The value as a gain: more is always better.</summary>
    internal double Gain(int policy, int future) =>
        Direction == IndicatorDirection.MoreIsBetter ? Values[policy, future] : -Values[policy, future];
}
