namespace CorridorSim.Grains.Cluster;

/// <summary>How to reach a cluster, the same for workers and for those who use them.</summary>
/// <param name="Address">Where its membership is kept.</param>
public sealed record ClusterSettings(ClusterAddress Address)
{
    /// <summary>Certificates when the nodes prove themselves to each other and encrypt; null for plain connections.</summary>
    public ClusterTls? Tls { get; init; }

    /// <summary>Receives one line at a time about workers that come, go or are lost.</summary>
    public Action<string> Notice { get; init; } = _ => { };

    /// <summary>The build that all nodes must share.</summary>
    public BuildIdentity Build { get; init; } = BuildIdentity.Current;

    /// <summary>How long a user of the cluster waits for a first worker.</summary>
    public TimeSpan OpeningPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a user of the cluster waits for a worker when all are gone.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a worker may stay silent before its blocks are sent elsewhere.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Of the blocks of a worker after its first, one in so many is simulated a second time elsewhere, by lot; at least 1.</summary>
    public int ChecksOneIn { get; init; } = 50;

    /// <summary>How long one block may take at most.</summary>
    public TimeSpan BlockBudget { get; init; } = TimeSpan.FromMinutes(10);
}
