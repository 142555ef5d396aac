namespace CorridorSim.Runs.Sweeps;

/// <summary>A design as a stored sweep knows it; with the seed it gives the same points again.</summary>
/// <param name="Kind">Name, for example <c>latin-hypercube</c>.</param>
/// <param name="Size">Points of a sample, rows of a matrix, trajectories or futures; 0 where the factors tell.</param>
/// <param name="Levels">Levels of the Morris grid; 0 elsewhere.</param>
public sealed record SweepDesignInfo(string Kind, int Size, int Levels);
