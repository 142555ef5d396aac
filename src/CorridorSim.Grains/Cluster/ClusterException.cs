namespace CorridorSim.Grains.Cluster;

/// <summary>A cluster cannot be used; the message is one clear line with cause and remedy.</summary>
public sealed class ClusterException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ClusterException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public ClusterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
