using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Grains.Hosting;

/// <summary>
/// Finds ports that nobody listens on. A silo binds its ports a while after they were found, and another process may have taken
/// one meanwhile: then it starts once more with others.
/// </summary>
internal static class FreePorts
{
    private const int Tries = 5;

    /// <summary>A port that is free at this moment.</summary>
    /// <exception cref="SocketException">The address is not one of this machine.</exception>
    public static int Next(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>True when a silo could not listen because somebody else does.</summary>
    public static bool AreTaken(Exception error) =>
        error is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>Starts a host that is built on free ports, with others as long as somebody was quicker.</summary>
    public static async Task<IHost> StartAsync(Func<IHost> build, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = build();
            try
            {
                await host.StartAsync(cancellation);
                return host;
            }
            catch (Exception error)
            {
                host.Dispose();
                if (attempt == Tries || !AreTaken(error))
                {
                    throw;
                }
            }
        }
    }
}
