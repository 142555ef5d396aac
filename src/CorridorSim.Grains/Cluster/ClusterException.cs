namespace CorridorSim.Grains.Cluster;

/// <summary>A cluster cannot be used; the message is one clear line with cause and remedy.</summary>
/// <param name="message">The line.</param>
/// <param name="cause">What it comes from, or null.</param>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause)
{
}
