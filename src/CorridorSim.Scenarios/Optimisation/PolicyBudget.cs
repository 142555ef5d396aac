namespace CorridorSim.Scenarios.Optimisation;

/// <summary>What the levers may cost together: the sum of weight times (setting - from) is at most the limit.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Unit">Unit of the limit, in words; may be empty.</param>
/// <param name="AtMost">The limit.</param>
/// <param name="Weights">Cost of a unit, one per lever; 0 for levers that cost nothing.</param>
/// <param name="From">Setting that costs nothing, one per lever.</param>
public sealed record PolicyBudget(string Id, string Unit, double AtMost, IReadOnlyList<double> Weights, IReadOnlyList<double> From)
{
    private const double BudgetSlack = 1e-9;
    private const int Digits = 9;

    /// <summary>What settings cost.</summary>
    /// <param name="settings">One per lever.</param>
    public double Use(IReadOnlyList<double> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Math.Round(Weights.Select((weight, lever) => weight * (settings[lever] - From[lever])).Sum(), Digits);
    }

    /// <summary>Whether settings can be paid, but for rounding.</summary>
    public bool Allows(IReadOnlyList<double> settings) => Use(settings) <= AtMost + (BudgetSlack * Math.Max(1, Math.Abs(AtMost)));
}
