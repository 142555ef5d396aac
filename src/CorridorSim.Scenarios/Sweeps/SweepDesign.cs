using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>The design of a sweep as its file states it.</summary>
/// <param name="Kind">How points are chosen.</param>
/// <param name="Points">Points of a sample, rows of a matrix (Saltelli) or futures (cross).</param>
/// <param name="Trajectories">Morris trajectories.</param>
/// <param name="Levels">Levels of the Morris grid, even.</param>
/// <param name="Rows">Listed points, in the factors' units.</param>
/// <param name="Item">Where it stands.</param>
public sealed record SweepDesign(
    DesignKind Kind, int Points, int Trajectories, int Levels, IReadOnlyList<IReadOnlyList<double>> Rows, YamlItem Item);
