using System.Net;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CorridorSim.Grains.Cluster;

/// <summary>How to reach a cluster, the same for workers and for those who use them.</summary>
/// <param name="Address">Where its membership is kept.</param>
public sealed record ClusterSettings(ClusterAddress Address)
{
    /// <summary>Gives a silo or a client the name of its cluster: the build is in it, so that builds never mix.</summary>
    public void Name(ClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.ClusterId, options.ServiceId) = (Build.ToString(), "corridorsim");
    }

    /// <summary>Certificates when the nodes prove themselves to each other and encrypt; null for plain connections.</summary>
    public ClusterTls? Tls { get; init; }

    /// <summary>Receives one line at a time about workers that come, go or are lost.</summary>
    public Action<string> Notice { get; init; } = _ => { };

    /// <summary>The build that all nodes must share.</summary>
    public BuildIdentity Build { get; init; } = BuildIdentity.Current;

    /// <summary>How long a user of the cluster waits for a first worker while the membership has none.</summary>
    public TimeSpan OpeningPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it tries to reach a first worker that the membership has: a busy machine answers late.</summary>
    public TimeSpan ReachingPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a user of the cluster waits for a worker when all are gone.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Of the blocks of a worker after its first, one in so many is simulated a second time elsewhere, by lot; at least 1.</summary>
    public int ChecksOneIn { get; init; } = 50;

    /// <summary>How long one block may take at most.</summary>
    public TimeSpan BlockBudget { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>How a worker takes part in a cluster.</summary>
public sealed record WorkerOptions
{
    /// <summary>Address at which the other nodes reach this worker; null for the one that leads to Redis.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>True to listen to a network without certificates.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Port for other workers; 0 for a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port for clients; 0 for a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Blocks at work at the same time, at least 1.</summary>
    public int Slots { get; init; } = Environment.ProcessorCount;

    /// <summary>How long a worker that leaves goes on with the blocks it has.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What opens the whole of Orleans to operators, see <see cref="WorkerDoor.PassOf"/>; null for nobody.</summary>
    public string? Pass { get; init; }

    /// <summary>What else the host adds to the silo.</summary>
    public Action<ISiloBuilder> Extend { get; init; } = _ => { };
}

/// <summary>A cluster cannot be used; the message is one clear line with cause and remedy.</summary>
/// <param name="message">The line.</param>
/// <param name="cause">What it comes from, or null.</param>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);
