using CorridorSim.Dashboard.Doors;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>What the server grants to a connection and to a client address, the same for the dashboard and for its health listener.</summary>
internal static class ServerLimits
{
    /// <summary>The greatest body of a request, bytes.</summary>
    public const long GreatestBody = 1_000_000;

    /// <summary>The slowest body that is read, bytes a second, after <see cref="Patience"/>.</summary>
    private const double LeastBytesPerSecond = 240;

    /// <summary>How long the headers of a request, and the first bytes of its body, may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sets the limits of a server; each listener counts its connections by itself.</summary>
    public static void Apply(KestrelServerOptions server, DashboardOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = GreatestBody;
        server.Limits.MaxConcurrentConnections = options.MostConnections;
        server.Limits.RequestHeadersTimeout = Patience;
        server.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Patience);
        var limit = new ConnectionLimit(options.MostConnectionsOfAddress, options.PublicUrl is not null);
        server.ConfigureEndpointDefaults(listener => listener.Use(next => connection => limit.GuardAsync(connection, next)));
    }
}
