using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Attribution;

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
