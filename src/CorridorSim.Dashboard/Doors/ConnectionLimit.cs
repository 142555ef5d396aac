using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CorridorSim.Dashboard.Doors;

/// <summary>
/// Closes the connections of a client address beyond a limit, without an answer, so that one client that opens all it can
/// leaves room for the others.
/// </summary>
/// <param name="most">Connections of one address at the same time, at least 1.</param>
/// <param name="exemptsLoopback">True when a proxy of this machine brings the connections of everybody.</param>
internal sealed class ConnectionLimit(int most, bool exemptsLoopback)
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Serves a connection or closes it.</summary>
    public async Task GuardAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        if (exemptsLoopback && ClientAddress.IsLoopback(address))
        {
            await next(connection);
            return;
        }

        var client = ClientAddress.Of(address);
        if (!Enter(client))
        {
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(client);
        }
    }

    private bool Enter(string client)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(client);
            if (open >= most)
            {
                return false;
            }

            _open[client] = open + 1;
            return true;
        }
    }

    private void Leave(string client)
    {
        lock (_gate)
        {
            if (--_open[client] == 0)
            {
                _open.Remove(client);
            }
        }
    }
}
