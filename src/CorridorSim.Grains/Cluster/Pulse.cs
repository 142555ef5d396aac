namespace CorridorSim.Grains.Cluster;

/// <summary>What came back when a worker was asked for its pulse.</summary>
internal enum Pulse
{
    /// <summary>It answered.</summary>
    Felt,

    /// <summary>Nothing in time: it may be busy, paused or cut off.</summary>
    Silent,

    /// <summary>There is nobody at its address.</summary>
    Refused,
}
