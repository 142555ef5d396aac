using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Attribution;

/// <summary>What a policy, a changed world and the two together do to one indicator, each paired replicate by replicate.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Unit">Unit of the three.</param>
/// <param name="Policy">What the policy does in the world of the baseline.</param>
/// <param name="World">What the changed world does without the policy.</param>
/// <param name="Joint">How much more, or less, the policy does in the changed world. The means of the three add up to the whole difference.</param>
public sealed record PolicyWorldEffect(HeadlineIndicator Indicator, string Unit, PairedSummary Policy, PairedSummary World, PairedSummary Joint)
{
    /// <summary>Works the three out.</summary>
    /// <param name="indicators">What is asked about; each must be recorded in all four.</param>
    /// <param name="baseline">Policy and world of the baseline.</param>
    /// <param name="policy">Policy of the scenario in the world of the baseline.</param>
    /// <param name="world">Policy of the baseline in the world of the scenario.</param>
    /// <param name="both">Policy and world of the scenario.</param>
    /// <exception cref="UnknownIndicatorException">An indicator was not recorded.</exception>
    /// <exception cref="ArgumentException">The four differ in seed, first month or number of replicates.</exception>
    public static IReadOnlyList<PolicyWorldEffect> Of(
        IReadOnlyList<HeadlineIndicator> indicators, IEnsemble baseline, IEnsemble policy, IEnsemble world, IEnsemble both)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        if (new[] { policy, world, both }.Select(e => new Comparison(baseline, e).Obstacle).FirstOrDefault(o => o is not null) is { } obstacle)
        {
            throw new ArgumentException(obstacle, nameof(baseline));
        }

        var readers = new[] { baseline, policy, world, both }.Select(e => new IndicatorReader(e)).ToArray();
        return [.. indicators.Select(indicator => Of(indicator, [.. readers.Select(r => r.Over(indicator.Name))]))];
    }

    private static PolicyWorldEffect Of(HeadlineIndicator indicator, IndicatorValues[] corners)
    {
        var lines = FourLines.Split(corners[0].Values, corners[1].Values, corners[2].Values, corners[3].Values);
        return new PolicyWorldEffect(
            indicator,
            corners[0].Unit,
            PairedDifference.Summarise(lines.Policy),
            PairedDifference.Summarise(lines.Assumptions),
            PairedDifference.Summarise(lines.Interaction));
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
