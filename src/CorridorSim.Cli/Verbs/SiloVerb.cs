using System.CommandLine;
using System.Globalization;
using System.Net;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Cli.Verbs;

/// <summary>Works for a cluster until it is stopped.</summary>
internal static class SiloVerb
{
    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = "address of this machine at which others reach it; by default the one that leads to Redis" };
        var siloPort = new Option<int>("--silo-port") { Description = "port for other workers; a free one by default" };
        var gatewayPort = new Option<int>("--gateway-port") { Description = "port for those who use the cluster; a free one by default" };
        var slots = new Option<int>("--threads") { Description = "blocks at work at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var verbose = new Option<bool>("--verbose") { Description = "tell each block that ends" };
        var verb = new Command("silo", "work for a cluster: corridorsim silo --cluster redis://127.0.0.1:6379") { address, siloPort, gatewayPort, slots, verbose };
        var cluster = ClusterOption.AddTo(verb);
        address.Validators.Add(r => Require(r.GetValueOrDefault<string?>() is not { } text || IPAddress.TryParse(text, out _), r, "--address must be an IP address"));
        slots.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 1 and <= 1024, r, "--threads must lie between 1 and 1024"));
        foreach (var port in new[] { siloPort, gatewayPort })
        {
            port.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 0 and <= 65_535, r, $"{port.Name} must lie between 0 and 65535"));
        }

        verb.Validators.Add(r => Require(cluster.IsGiven(r), r, "silo needs --cluster, such as --cluster redis://127.0.0.1:6379"));
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var settings = cluster.Settings(parsed)!;
            var options = new WorkerOptions
            {
                Address = parsed.GetValue(address) is { } text ? IPAddress.Parse(text) : null,
                SiloPort = parsed.GetValue(siloPort),
                GatewayPort = parsed.GetValue(gatewayPort),
                Slots = parsed.GetValue(slots),
                IsTalkative = parsed.GetValue(verbose),
            };
            await using var worker = await Worker.StartAsync(settings, options, cancellation);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"worker ready at {worker.Gateway} for {settings.Address}, {options.Slots} slots, build {settings.Build}"));
            await worker.RunAsync(cancellation);
            await Console.Out.WriteLineAsync("worker stopped; its blocks are done or sent elsewhere");
            return ExitCodes.Done;
        }));
        return verb;
    }

    private static void Require(bool condition, System.CommandLine.Parsing.SymbolResult result, string message)
    {
        if (!condition)
        {
            result.AddError(message);
        }
    }
}
