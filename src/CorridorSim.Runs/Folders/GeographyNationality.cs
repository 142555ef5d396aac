namespace CorridorSim.Runs.Folders;

/// <summary>A nationality.</summary>
/// <param name="Code">Code.</param>
/// <param name="Home">Code of its home country.</param>
public sealed record GeographyNationality(string Code, string Home);
