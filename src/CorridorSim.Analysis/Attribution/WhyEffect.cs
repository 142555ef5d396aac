using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Attribution;

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
