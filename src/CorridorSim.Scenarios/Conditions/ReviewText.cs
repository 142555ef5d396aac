using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>What a review does, as a scenario states it.</summary>
/// <param name="EveryMonths">Months between reviews, 1 to 600.</param>
/// <param name="Factor">Weight that is set, or factor that scales the weight, 0 to 10.</param>
/// <param name="Scales">True for <c>scale-by</c>, false for <c>scale-to</c>.</param>
/// <param name="Least">Weight that no review goes below, 0 to 10.</param>
/// <param name="Most">Weight that no review goes above, 0 to 10.</param>
public sealed record ReviewText(double EveryMonths, Distribution Factor, bool Scales, double Least, double Most)
{
    /// <summary>Key of the factor in a scenario.</summary>
    public string FactorKey => Scales ? "scale-by" : "scale-to";
}
