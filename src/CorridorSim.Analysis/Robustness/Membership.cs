using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Robustness;

/// <summary>Who would leave: whether a party does better inside an agreement than outside, and what would keep it in.</summary>
/// <param name="ShareWorseInside">Share of futures in which its weighted indicators are worse inside.</param>
/// <param name="Balance">What membership brings over futures, in weighted units: median and 90 % interval.</param>
/// <param name="SidePayment">The smallest payment that leaves the party no worse inside in the asked share of futures; 0 when none is needed.</param>
public sealed record Membership(double ShareWorseInside, Band Balance, double SidePayment)
{
    /// <summary>Judges the membership of a party.</summary>
    /// <param name="indicators">What the party cares about, at least one, all over the same futures.</param>
    /// <param name="assurance">In what share of futures it has to be no worse, above 0, up to 1.</param>
    /// <param name="worth">What a unit of the payment is worth to the party in weighted units, above 0.</param>
    /// <exception cref="ArgumentException">There is no indicator or future, they differ in futures, or a weight is negative.</exception>
    public static Membership Of(IReadOnlyList<PartyIndicator> indicators, double assurance = 0.9, double worth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(assurance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(assurance, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(worth);
        var futures = Futures(indicators);
        double[] balance = [.. Enumerable.Range(0, futures).Select(future => indicators.Sum(indicator => indicator.Gain(future)))];
        double[] losses = [.. balance.Select(gain => -gain).Order()];

        // The product can miss a whole number by a rounding error; 0.9 of 10 futures are 9, not 10.
        var assured = (int)Math.Ceiling((assurance * futures) - 1e-9);
        return new Membership(
            losses.Count(loss => loss > 0) / (double)futures,
            Quantiles.Interval(balance),
            Math.Max(0, losses[assured - 1]) / worth);
    }

    private static int Futures(IReadOnlyList<PartyIndicator> indicators)
    {
        if (indicators.Count == 0 || indicators[0].Inside.Length == 0)
        {
            throw new ArgumentException("At least one indicator in at least one future is needed.", nameof(indicators));
        }

        var futures = indicators[0].Inside.Length;
        if (indicators.Any(indicator => indicator.Inside.Length != futures || indicator.Outside.Length != futures))
        {
            throw new ArgumentException("The indicators differ in their number of futures.", nameof(indicators));
        }

        return indicators.All(indicator => indicator.Weight >= 0)
            ? futures
            : throw new ArgumentException("A weight is negative; turn the direction of the indicator instead.", nameof(indicators));
    }
}

/// <summary>Whether a party would leave an agreement under a policy.</summary>
/// <param name="Party">Country code.</param>
/// <param name="Policy">Number of the policy with the agreement in force.</param>
/// <param name="Outside">Number of the policy without it that it is held against.</param>
/// <param name="Membership">How often it does worse inside, and what would keep it in.</param>
/// <param name="KeepingSizes">For each lever, the value nearest to the policy's own at which the party stays; null where none in the sweep does.</param>
public sealed record MembershipVerdict(
    string Party, int Policy, int Outside, Membership Membership, IReadOnlyList<double?> KeepingSizes);

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
