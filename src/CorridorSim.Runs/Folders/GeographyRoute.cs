namespace CorridorSim.Runs.Folders;

/// <summary>Where an irregular route leads.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Border">Border at its end.</param>
/// <param name="Countries">Codes of the countries on the way, in travelling order, ending with the destination.</param>
public sealed record GeographyRoute(string Id, string Border, IReadOnlyList<string> Countries);
