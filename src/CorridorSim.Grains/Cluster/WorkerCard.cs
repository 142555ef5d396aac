namespace CorridorSim.Grains.Cluster;

/// <summary>What a worker tells about itself in the registry of its cluster.</summary>
/// <param name="Id">Identifier of the worker process, new at each start.</param>
/// <param name="Build">Its build.</param>
/// <param name="Machine">Name of its machine.</param>
/// <param name="ProcessId">Its process on that machine.</param>
/// <param name="Address">Address where clients reach it.</param>
/// <param name="Gateway">Port where clients reach it.</param>
/// <param name="Slots">Blocks it works on at the same time.</param>
/// <param name="IsLeaving">True when it finishes what it has and takes nothing new.</param>
public sealed record WorkerCard(
    string Id, BuildIdentity Build, string Machine, int ProcessId, string Address, int Gateway, int Slots, bool IsLeaving = false)
{
    /// <summary>Machine and process, for people.</summary>
    public string Name => $"{Machine}:{ProcessId}";
}
