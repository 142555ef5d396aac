using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Levers;

/// <summary>A lever that a provision or measure can pull.</summary>
/// <param name="Name">Name in scenario files.</param>
/// <param name="Meaning">What it changes.</param>
/// <param name="Subjects">Keys that say where; a question mark at the end means optional.</param>
/// <param name="SizeKey">Key of the size.</param>
/// <param name="Unit">Unit of the size.</param>
/// <param name="Minimum">Least size.</param>
/// <param name="Maximum">Greatest size.</param>
/// <param name="Combination">How the size joins what is there.</param>
public sealed record LeverDefinition(
    string Name,
    string Meaning,
    IReadOnlyList<string> Subjects,
    string SizeKey,
    string Unit,
    double Minimum,
    double Maximum,
    Combination Combination);
