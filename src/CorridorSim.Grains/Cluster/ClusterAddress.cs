using System.Globalization;
using StackExchange.Redis;

namespace CorridorSim.Grains.Cluster;

/// <summary>Where the membership of a cluster is kept: a database of a Redis server.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">Port, 1 to 65,535.</param>
/// <param name="Database">Number of the database, at least 0; one database holds one cluster.</param>
public sealed record ClusterAddress(string Host, int Port, int Database = 0)
{
    /// <summary>Environment variable with an address, for who must keep its password off the command line.</summary>
    public const string Variable = "CORRIDORSIM_CLUSTER";

    /// <summary>True when the connection to Redis is encrypted (<c>rediss://</c>).</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>User at Redis, or null.</summary>
    public string? User { get; init; }

    /// <summary>Password at Redis, or null; never printed.</summary>
    public string? Password { get; init; }

    /// <summary>The address without user and password.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsEncrypted ? "rediss" : "redis")}://{Host}:{Port}{(Database == 0 ? string.Empty : $"/{Database}")}");

    /// <summary>How to connect: patient with a server that is away for a while, quick to notice it.</summary>
    internal ConfigurationOptions ToRedis() => new()
    {
        EndPoints = { { Host, Port } },
        DefaultDatabase = Database,
        Ssl = IsEncrypted,
        User = User,
        Password = Password,
        AbortOnConnectFail = false,
        ConnectTimeout = 4000,
        SyncTimeout = 3000,
        AsyncTimeout = 3000,
        KeepAlive = 5,
        ReconnectRetryPolicy = new LinearRetry(500),
        BacklogPolicy = BacklogPolicy.FailFast,
    };
}
