using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>Asks for the simulation of one block.</summary>
/// <param name="Experiment">The experiment, encoded once for all its blocks.</param>
/// <param name="First">First lane.</param>
/// <param name="Count">Number of lanes.</param>
[GenerateSerializer]
[Immutable]
public sealed record BlockOrder(
    [property: Id(0)] EncodedExperiment Experiment,
    [property: Id(1)] long First,
    [property: Id(2)] int Count)
{
    /// <summary>The lanes.</summary>
    public LaneRange Lanes => new(First, Count);
}
