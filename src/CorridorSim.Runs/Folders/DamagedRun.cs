namespace CorridorSim.Runs.Folders;

/// <summary>A folder in a run store that cannot be read as a run.</summary>
/// <param name="Folder">Absolute path of the folder.</param>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record DamagedRun(string Folder, string Reason);
