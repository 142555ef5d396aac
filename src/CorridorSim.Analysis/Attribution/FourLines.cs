namespace CorridorSim.Analysis.Attribution;

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
