namespace CorridorSim.Grains.Cluster;

/// <summary>A worker died or fell silent while it had a block; the block can be sent elsewhere.</summary>
public sealed class WorkerLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    public WorkerLostException(string message)
        : base(message)
    {
    }
}
