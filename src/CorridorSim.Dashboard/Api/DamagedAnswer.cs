namespace CorridorSim.Dashboard.Api;

/// <summary>A folder that cannot be read as a run.</summary>
/// <param name="Folder">Name of the folder.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record DamagedAnswer(string Folder, string Reason);
