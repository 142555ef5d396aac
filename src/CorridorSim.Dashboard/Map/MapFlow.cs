namespace CorridorSim.Dashboard.Map;

/// <summary>People moving, month by month.</summary>
/// <param name="Id">Passage, border or channel.</param>
/// <param name="From">Code of the country they leave; empty where it is not known, as with a channel open to many.</param>
/// <param name="To">Code of the country they enter.</param>
/// <param name="IsLegal">True for a channel, false for an irregular passage.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Monthly">Persons a month.</param>
public sealed record MapFlow(string Id, string From, string To, bool IsLegal, string Words, double[] Monthly)
{
    /// <summary>For each month whether the interval of the difference leaves out zero; null where values are no differences.</summary>
    public bool[]? IsSure { get; init; }
}
