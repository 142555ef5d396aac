namespace CorridorSim.Analysis.Robustness;

/// <summary>One thing a party cares about, with and without the agreement, future by future.</summary>
/// <param name="Inside">Per future, as a member.</param>
/// <param name="Outside">Per future, had it stayed out; the same futures in the same order.</param>
/// <param name="Weight">What a unit of the indicator is worth to the party, at least 0.</param>
/// <param name="Direction">Which way it is better for the party.</param>
public sealed record PartyIndicator(double[] Inside, double[] Outside, double Weight, IndicatorDirection Direction)
{
    /// <summary>What membership brings by this indicator in a future, in weighted units; negative is a loss.</summary>
    internal double Gain(int future)
    {
        var difference = Inside[future] - Outside[future];
        return Weight * (Direction == IndicatorDirection.MoreIsBetter ? difference : -difference);
    }
}
