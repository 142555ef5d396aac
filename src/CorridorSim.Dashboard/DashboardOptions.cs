using CorridorSim.Dashboard.Doors;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Dashboard;

/// <summary>Where the dashboard listens and what it works on.</summary>
public sealed record DashboardOptions
{
    /// <summary>The address unless told.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Requests in a <see cref="RequestWindow"/> unless told.</summary>
    public const int UsualRequests = 1200;

    /// <summary>The least length of an access key, characters.</summary>
    public const int LeastKeyLength = 16;

    /// <summary>Addresses to listen on; others than loopback need an <see cref="AccessKey"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Address by which browsers come through a proxy of this machine, such as https://corridors.example; null without a proxy.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Address at which the health checks answer apart from everything else; null for the dashboard's own alone.</summary>
    public string? HealthUrl { get; init; }

    /// <summary>Folder of runs; it is made when it is not there.</summary>
    public required string RunsFolder { get; init; }

    /// <summary>Is told in one line what a reference to a run passed over.</summary>
    public Action<string> Notice { get; init; } = _ => { };

    /// <summary>Folder of scenario files and worlds.</summary>
    public required string ScenariosFolder { get; init; }

    /// <summary>Key that pages and API ask for; null for none.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Version that runs are marked with.</summary>
    public string Version { get; init; } = "unknown";

    /// <summary>Cluster of workers that simulates; null for this process alone.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>Requests to the API and attempts at it that one address may make in a <see cref="RequestWindow"/>.</summary>
    public int MostRequests { get; init; } = UsualRequests;

    /// <summary>Wrong access keys, typed or sent, that one address may try in a <see cref="RequestWindow"/>.</summary>
    public int MostAttempts { get; init; } = 10;

    /// <summary>Connections of all at the same time.</summary>
    public int MostConnections { get; init; } = 1000;

    /// <summary>
    /// Connections of one address at the same time; a browser uses up to seven. Behind a proxy, requests and sockets of one
    /// address that are open at the same time.
    /// </summary>
    public int MostConnectionsOfAddress { get; init; } = 100;

    /// <summary>Time after which requests and attempts are counted anew.</summary>
    public TimeSpan RequestWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>True when an empty run store is filled with the shipped comparison at once.</summary>
    public bool StartsWithExample { get; init; } = true;
}
