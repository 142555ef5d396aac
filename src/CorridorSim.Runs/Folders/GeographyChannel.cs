namespace CorridorSim.Runs.Folders;

/// <summary>Where a legal channel leads.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Country">Code of the country it leads into.</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Status">Status people have on arrival, in words.</param>
/// <param name="OpenTo">Codes of the countries of residence it may be used from, in the world's order.</param>
public sealed record GeographyChannel(string Id, string Country, string Kind, string Status, IReadOnlyList<string> OpenTo);
