using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;

namespace CorridorSim.Runs.Proof;

/// <summary>A stored scenario run again: everything that its folder should say follows from this.</summary>
/// <param name="Result">The new result.</param>
/// <param name="Description">What the scenario and the program here say of it.</param>
public sealed record ProvenRun(ExperimentResult Result, RunDescription Description);
