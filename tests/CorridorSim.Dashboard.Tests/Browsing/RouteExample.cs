using System.Reflection;
using CorridorSim.Dashboard.Shared.Shell;
using Microsoft.AspNetCore.Components;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>
/// An address for a route of the program, with something on its page. The routes are read from the program, so that no test of all pages
/// can forget a new one: it fails until the page has an example here.
/// </summary>
internal sealed class RouteExample : IAsyncDisposable
{
    private readonly SweepFile? _sweep;

    private RouteExample(string address, SweepFile? sweep = null) => (Address, _sweep) = (address, sweep);

    /// <summary>Every route, as the pages declare them.</summary>
    public static string[] Routes { get; } =
        [.. typeof(PageBase).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>().Select(r => r.Template)).Order(StringComparer.Ordinal)];

    /// <summary>Where the page is.</summary>
    public string Address { get; }

    /// <summary>Makes what the page shows, where it is not there.</summary>
    public static async Task<RouteExample> MakeAsync(string route, DashboardServer server)
    {
        if (route != "/sweeps/{Id}")
        {
            return new RouteExample(AddressOf(route, server));
        }

        var sweep = new SweepFile(server, "shown", replicates: 2);
        return new RouteExample($"/sweeps/{await sweep.RunAsync()}?brush=places~400~1500&target=deaths%20%3C%201", sweep);
    }

    /// <summary>Address of a page for which nothing has to be made.</summary>
    public static string AddressOf(string route, DashboardServer server) => route switch
    {
        "/what-if/{Scenario?}" => "/what-if/us-panama-2022",
        "/pacts/new" => "/pacts/new?from=us-panama-2022:us-panama",
        "/runs/{Id}" => $"/runs/{server.ExampleRun}",
        "/runs/{Id}/flows" => $"/runs/{server.ExampleRun}/flows",
        "/compare" => $"/compare?base={server.ExampleRun}:americas-history&runs={server.ExampleRun}",
        "/why" => "/why?scenario=us-panama-2022",
        "/track-record" => $"/track-record?name={MadeForecast.Name}",
        "/backtest" => "/backtest?scenario=americas-history&from=2022-10",
        "/" or "/runs" or "/sweeps" or "/agreements" or "/dictionary" or "/not-found" => route,
        _ => throw new InvalidOperationException($"The route {route} is new: give the tests of all pages an address for it."),
    };

    public ValueTask DisposeAsync() => _sweep?.DisposeAsync() ?? ValueTask.CompletedTask;
}
