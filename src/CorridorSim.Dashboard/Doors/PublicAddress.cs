using Microsoft.AspNetCore.Http;

namespace CorridorSim.Dashboard.Doors;

/// <summary>
/// The address by which browsers reach the dashboard through a proxy of the same machine, such as https://corridors.example.
/// What comes through the proxy counts as asked for at this address, whatever host name the proxy passes on.
/// </summary>
public sealed class PublicAddress
{
    // The middleware that reads X-Forwarded-For leaves the proxy's own address here.
    private const string Forwarded = "X-Original-For";

    private readonly HostString _host;

    private PublicAddress(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        _host = uri.IsDefaultPort ? new HostString(name) : new HostString(name, uri.Port);
        (Scheme, Name) = (uri.Scheme, name);
    }

    /// <summary>http or https.</summary>
    public string Scheme { get; }

    /// <summary>Host name without port, in lower case.</summary>
    public string Name { get; }

    /// <summary>What browsers send as Origin.</summary>
    public string Origin => $"{Scheme}://{_host}";

    /// <summary>True when browsers speak TLS with the proxy, so that cookies must not travel without.</summary>
    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads http or https, a name and perhaps a port; null for anything else, paths included.</summary>
    public static PublicAddress? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 } && !text.Contains('*') ? new PublicAddress(uri) : null;

    /// <summary>True when a request names this address as its host.</summary>
    public bool IsHostOf(HttpRequest request) => request.Host.Host.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a request that came through the proxy one to this address; others stay as they are.</summary>
    public void Apply(HttpRequest request)
    {
        if (IsHostOf(request) || request.Headers.ContainsKey(Forwarded) || request.Headers.Origin == Origin)
        {
            (request.Scheme, request.Host) = (Scheme, _host);
        }
    }
}
