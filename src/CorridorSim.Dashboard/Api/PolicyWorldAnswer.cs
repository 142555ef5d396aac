using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Dashboard.Api;

/// <summary>What policy, world and the two together do to one indicator; the means add up to the whole difference.</summary>
/// <param name="Indicator">The indicator in words.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Policy">The policy in the world of the file.</param>
/// <param name="World">The changed world without the policy.</param>
/// <param name="Joint">How much more, or less, the policy does in the changed world.</param>
public sealed record PolicyWorldAnswer(string Indicator, string Unit, PartAnswer Policy, PartAnswer World, PartAnswer Joint)
{
    /// <summary>Puts an effect into an answer.</summary>
    public static PolicyWorldAnswer Of(PolicyWorldEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new PolicyWorldAnswer(effect.Indicator.Words, effect.Unit, PartAnswer.Of(effect.Policy), PartAnswer.Of(effect.World), PartAnswer.Of(effect.Joint));
    }
}

/// <summary>One part of a difference; null where nothing can be said.</summary>
/// <param name="Mean">Mean over replicates.</param>
/// <param name="Median">Median.</param>
/// <param name="P05">Quantile 0.05.</param>
/// <param name="P95">Quantile 0.95.</param>
/// <param name="Verdict">What can be said about its sign.</param>
public sealed record PartAnswer(double? Mean, double? Median, double? P05, double? P95, string Verdict)
{
    /// <summary>Puts a summary into an answer.</summary>
    public static PartAnswer Of(PairedSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new PartAnswer(
            EffectAnswer.Finite(summary.Mean), EffectAnswer.Finite(summary.Median), EffectAnswer.Finite(summary.P05), EffectAnswer.Finite(summary.P95), summary.Verdict.Name());
    }
}
