using System.Net;
using System.Net.Sockets;

namespace CorridorSim.Dashboard.Doors;

/// <summary>Who counts as one client: an IPv4 address, or the 64 bits of an IPv6 address that one subscriber is given.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The text under which an address is counted.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => string.Empty,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } when !IPAddress.IsLoopback(address) => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    /// <summary>True for this machine.</summary>
    public static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
