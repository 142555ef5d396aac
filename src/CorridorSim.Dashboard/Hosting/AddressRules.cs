using System.Net;
using CorridorSim.Dashboard.Doors;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>Which addresses the dashboard may listen on, and by which names it answers.</summary>
public static class AddressRules
{
    /// <summary>What forbids the addresses, in one line; null when they are fine.</summary>
    public static string? Obstacle(DashboardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var url in options.Urls)
        {
            if (Parse(url) is not { } address)
            {
                return $"'{url}' is not an address; write for example {DashboardOptions.DefaultUrl}";
            }

            if (!IsLoopback(address.Host) && options.AccessKey is null)
            {
                return $"'{url}' can be reached from other machines; set CORRIDORSIM_ACCESS_KEY to a key of at least {DashboardOptions.LeastKeyLength} characters, or listen on {DashboardOptions.DefaultUrl}";
            }
        }

        if (options.PublicUrl is { } shown)
        {
            if (PublicAddress.Read(shown) is not { } address)
            {
                return $"--public-url '{shown}' is not an address without a path; write for example https://corridors.example";
            }

            if (!IsLoopback(address.Name) && options.AccessKey is null)
            {
                return $"'{shown}' can be reached from other machines; set CORRIDORSIM_ACCESS_KEY to a key of at least {DashboardOptions.LeastKeyLength} characters";
            }
        }

        if (options.HealthUrl is { } health && Parse(health) is not { Scheme: "http", PathAndQuery: "/" })
        {
            return $"--health-url '{health}' is not an address; write for example http://127.0.0.1:5081";
        }

        return options.AccessKey is { Length: < DashboardOptions.LeastKeyLength }
            ? $"the access key is shorter than {DashboardOptions.LeastKeyLength} characters; choose a longer one"
            : null;
    }

    /// <summary>
    /// True when a Host header names this machine. A page of another site can point its own name at 127.0.0.1 (DNS
    /// rebinding); its requests carry that name. Beyond loopback the access key guards instead, as names are not known.
    /// </summary>
    public static bool Answers(IReadOnlyList<string> urls, string host) =>
        IsLoopback(host) || urls.Select(Parse).Any(u => u is not null && !IsLoopback(u.Host) && (IsAny(u.Host) || u.Host.Equals(host, StringComparison.OrdinalIgnoreCase)));

    private static bool IsAny(string host) => host is "any.invalid" or "0.0.0.0" or "[::]";

    // Kestrel takes * and + for all addresses; Uri takes neither.
    private static Uri? Parse(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any.invalid", StringComparison.Ordinal).Replace("//+", "//any.invalid", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" ? uri : null;

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
