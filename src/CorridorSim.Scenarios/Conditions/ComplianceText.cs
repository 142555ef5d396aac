using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>The compliance of a party as an agreement states it.</summary>
/// <param name="Party">Index of the country.</param>
/// <param name="Inflow">The series that burdens it.</param>
/// <param name="Capacity">What it can carry by itself, in the unit of the series.</param>
/// <param name="Sensitivity">Compliance lost per part of inflow above capacity.</param>
/// <param name="AdaptationMonths">Months over which compliance follows the load.</param>
/// <param name="Least">Compliance it never falls below.</param>
/// <param name="FinancedBy">Identifier of the provision whose delivered size adds to the capacity, or empty.</param>
/// <param name="Item">Where it stands.</param>
public sealed record ComplianceText(
    CountryIndex Party, SeriesKey Inflow, Distribution Capacity, double Sensitivity, double AdaptationMonths, double Least, string FinancedBy, YamlItem Item)
{
    /// <summary>What variants must have in common for one to be a setting of the other.</summary>
    public string Structure => $"{Party} {Inflow} {FinancedBy}";
}
