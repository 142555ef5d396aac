using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Post;

namespace CorridorSim.Analysis.Attribution;

/// <summary>Why a scenario differs from its base.</summary>
/// <param name="Players">Clauses or agreements that differ.</param>
/// <param name="Effects">One per indicator.</param>
/// <param name="IsExact">Whether every subset was simulated; otherwise orders of joining were sampled.</param>
/// <param name="Subsets">Subsets simulated.</param>
/// <param name="Lanes">Lanes simulated.</param>
/// <param name="Failures">Lanes that failed; their replicates are left out of every part.</param>
public sealed record WhyAnswer(
    IReadOnlyList<WhyPlayer> Players,
    IReadOnlyList<WhyEffect> Effects,
    bool IsExact,
    int Subsets,
    long Lanes,
    IReadOnlyList<LaneFailure> Failures);

/// <summary>The effect of a policy on one indicator, split over its clauses.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Whole">The effect of all clauses together, under the assumptions of the scenario.</param>
/// <param name="Parts">The parts, in the order of the players; in each replicate they add up to the total.</param>
/// <param name="Lines">Assumptions, policy and their interaction told apart; null when no assumption differs.</param>
public sealed record WhyEffect(
    MeasuredColumn Indicator, Effect Whole, IReadOnlyList<WhyPart> Parts, FourLines? Lines)
{
    /// <summary>What the paired differences say.</summary>
    public PairedSummary Summary => Whole.Summary;

    /// <summary>The effect per replicate.</summary>
    public IReadOnlyList<double> Total { get; } = [.. Whole.Other.Values.Zip(Whole.Base.Values, (with, without) => with - without)];

    /// <summary>Greatest difference, over replicates, of the total and the sum of the parts, relative to the greatest total.</summary>
    public double Remainder
    {
        get
        {
            var scale = Total.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
            var rest = Enumerable.Range(0, Total.Count).Where(k => double.IsFinite(Total[k]))
                .Select(k => Math.Abs(Total[k] - Parts.Sum(p => p.Values[k]))).DefaultIfEmpty(0).Max();
            return scale == 0 ? rest : rest / scale;
        }
    }
}

/// <summary>How much of an effect a player brings.</summary>
/// <param name="Player">The clause or agreement.</param>
/// <param name="Values">Its part in each replicate.</param>
/// <param name="Band">Median and 90 % interval over replicates.</param>
/// <param name="Mean">Mean over replicates: means add up to the mean of the total, medians need not.</param>
/// <param name="SamplingError">Standard error of the mean that comes from sampling orders of joining; 0 when exact.</param>
public sealed record WhyPart(WhyPlayer Player, double[] Values, Band Band, double Mean, double SamplingError)
{
    /// <summary>Replicates in which the part can be worked out: the figure is defined with every subset of players.</summary>
    public int Defined => Values.Count(v => !double.IsNaN(v));
}
