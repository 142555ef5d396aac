using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// What a policy and a changed world each do, and what only both together do, replicate by replicate: a change of the world acts
/// on both sides, and is never credited to the policy.
/// </summary>
/// <param name="Policy">The policy in the world as it was: from nothing changed to the policy alone.</param>
/// <param name="World">The changed world without the policy: from nothing changed to the world alone.</param>
/// <param name="PolicyInChangedWorld">The policy in the changed world: from the world alone to both. This is the effect of the policy that is asked about.</param>
/// <param name="Joint">How much more, or less, the policy does in the changed world than in the world as it was.</param>
/// <param name="Lines">The three parts per replicate; they add up to the difference of both and nothing changed.</param>
public sealed record FourEffects(Effect Policy, Effect World, Effect PolicyInChangedWorld, PairedSummary Joint, FourLines Lines)
{
    /// <summary>Works them out for one indicator.</summary>
    /// <param name="nothing">Neither policy nor changed world.</param>
    /// <param name="policy">The policy in the world as it was.</param>
    /// <param name="world">The changed world without the policy.</param>
    /// <param name="both">The policy in the changed world.</param>
    /// <param name="name">The indicator.</param>
    /// <param name="period">Months, all common ones unless told.</param>
    /// <param name="words">What to call it; its name unless told.</param>
    /// <exception cref="UnknownIndicatorException">One of the four has not recorded it.</exception>
    /// <exception cref="ArgumentException">The four differ in seed, first month or number of replicates.</exception>
    public static FourEffects Of(
        IEnsemble nothing, IEnsemble policy, IEnsemble world, IEnsemble both, IndicatorName name, Period? period = null, string? words = null)
    {
        ArgumentNullException.ThrowIfNull(nothing);
        ArgumentNullException.ThrowIfNull(world);
        if (new[] { policy, world, both }.Select(e => new Comparison(nothing, e).Obstacle).FirstOrDefault(o => o is not null) is { } obstacle)
        {
            throw new ArgumentException(obstacle, nameof(nothing));
        }

        var alone = new Comparison(nothing, policy).On(name, period, words);
        var changed = new Comparison(nothing, world).On(name, period, words);
        var there = new Comparison(world, both).On(name, period, words);
        var lines = FourLines.Split(alone.Base.Values, alone.Other.Values, changed.Other.Values, there.Other.Values);
        return new FourEffects(alone, changed, there, PairedDifference.Summarise(lines.Interaction), lines);
    }
}

/// <summary>
/// What changed assumptions, a policy, and the two together do, each per replicate: the three parts add up to the difference of
/// the changed world with policy and the baseline without.
/// </summary>
/// <param name="Assumptions">Changed assumptions without policy minus baseline without policy.</param>
/// <param name="Policy">Baseline with policy minus baseline without policy.</param>
/// <param name="Interaction">How much more (or less) the policy does under the changed assumptions.</param>
public sealed record FourLines(double[] Assumptions, double[] Policy, double[] Interaction)
{
    /// <summary>The parts from the four lines, one value per replicate in each.</summary>
    /// <param name="baseline">Baseline assumptions without policy.</param>
    /// <param name="baselineWithPolicy">Baseline assumptions with policy.</param>
    /// <param name="changed">Changed assumptions without policy.</param>
    /// <param name="changedWithPolicy">Changed assumptions with policy.</param>
    /// <exception cref="ArgumentException">The lines differ in length.</exception>
    public static FourLines Split(double[] baseline, double[] baselineWithPolicy, double[] changed, double[] changedWithPolicy)
    {
        if (baselineWithPolicy.Length != baseline.Length || changed.Length != baseline.Length || changedWithPolicy.Length != baseline.Length)
        {
            throw new ArgumentException("The four lines differ in their number of replicates.", nameof(baseline));
        }

        double[] assumptions = [.. changed.Zip(baseline, (with, without) => with - without)];
        double[] policy = [.. baselineWithPolicy.Zip(baseline, (with, without) => with - without)];
        double[] interaction = [.. changedWithPolicy.Zip(changed, (with, without) => with - without).Zip(policy, (there, here) => there - here)];
        return new FourLines(assumptions, policy, interaction);
    }
}
