using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Cli.Options;

/// <summary>How the address of a cluster is written.</summary>
internal static class RedisAddress
{
    private const int DefaultPort = 6379;
    private const int MaxDatabase = 1023;

    /// <summary>Reads <c>redis://[user:password@]host[:port][/database]</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ClusterAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0
            || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return false;
        }

        var path = uri.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && (!int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database) || database > MaxDatabase))
        {
            return false;
        }

        var secret = uri.UserInfo.Split(':', 2);
        address = new ClusterAddress(uri.IdnHost, uri.Port < 1 ? DefaultPort : uri.Port, database)
        {
            IsEncrypted = uri.Scheme == "rediss",
            User = secret[0].Length > 0 ? Uri.UnescapeDataString(secret[0]) : null,
            Password = secret.Length > 1 ? Uri.UnescapeDataString(secret[1]) : null,
        };
        return true;
    }
}
