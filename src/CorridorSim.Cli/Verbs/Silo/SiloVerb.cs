using System.CommandLine;
using System.Globalization;
using System.Net;
using CorridorSim.Cli;
using CorridorSim.Cli.Operators;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Serve;
using CorridorSim.Cli.Verbs.Silo;
using CorridorSim.Dashboard;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Grains.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Orleans.Hosting;

[assembly: Verb<SiloVerb>(350)]

namespace CorridorSim.Cli.Verbs.Silo;

/// <summary>Works for a cluster until it is stopped.</summary>
internal sealed class SiloVerb : IVerb
{
    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = "address of this machine at which others reach it; by default the one that leads to Redis" };
        var siloPort = Strict.Whole("--silo-port", "port for other workers; a free one by default", 0, 65_535, () => 0);
        var gatewayPort = Strict.Whole("--gateway-port", "port for those who use the cluster; a free one by default", 0, 65_535, () => 0);
        var slots = Strict.Whole("--threads", "blocks at work at the same time, 1 to 1024", 1, 1024, () => Math.Min(1024, Environment.ProcessorCount));
        var open = new Option<bool>("--open") { Description = "listen to a network without certificates: everybody who reaches the worker can send it work" };
        var verbose = new Option<bool>("--verbose") { Description = "tell each block that ends" };
        var status = new Option<string?>("--status") { Description = $"address at which {Health.Live} and {Health.Ready} answer, such as http://127.0.0.1:5090; none by default" };
        var orleans = new Option<bool>("--orleans-dashboard") { Description = $"show the dashboard of Orleans at the status address under /orleans/, behind {ServeVerb.KeyVariable}" };
        var verb = new Command("silo", "start a worker of a cluster: corridorsim silo --cluster redis://127.0.0.1:6379") { address, open, siloPort, gatewayPort, slots, verbose, status, orleans };
        var cluster = ClusterOption.AddTo(verb);
        address.Validators.Add(r => Require(r.GetValueOrDefault<string?>() is not { } text || IPAddress.TryParse(text, out _), r, "--address must be an IP address"));
        verb.Validators.Add(r => Require(cluster.IsGiven(r), r, $"silo needs --cluster, such as --cluster redis://127.0.0.1:6379, or the same in {ClusterAddress.Variable}"));
        status.Validators.Add(r => Require(r.GetValueOrDefault<string?>() is not { } text || IsAddress(text), r, "--status must be an address such as http://127.0.0.1:5090"));
        orleans.Validators.Add(r => Require(!r.GetValueOrDefault<bool>() || r.GetValue(status) is not null, r, "--orleans-dashboard needs --status, such as --status http://127.0.0.1:5090"));
        orleans.Validators.Add(r => Require(
            !r.GetValueOrDefault<bool>() || ServeVerb.Key() is { Length: >= DashboardOptions.LeastKeyLength },
            r,
            $"--orleans-dashboard needs {ServeVerb.KeyVariable}, a key of at least {DashboardOptions.LeastKeyLength} characters"));
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var settings = cluster.Settings(parsed)!;
            var options = new WorkerOptions
            {
                Address = parsed.GetValue(address) is { } text ? IPAddress.Parse(text) : null,
                IsOpen = parsed.GetValue(open),
                SiloPort = parsed.GetValue(siloPort),
                GatewayPort = parsed.GetValue(gatewayPort),
                Slots = parsed.GetValue(slots),
                Extend = silo => silo.ConfigureLogging(logging => Show(logging, parsed.GetValue(verbose))),
            };
            var key = parsed.GetValue(orleans) ? ServeVerb.Key() : null;
            options = key is null ? options : OperatorServer.Extend(options, key);
            await using var worker = await Worker.StartAsync(settings, options, cancellation);
            await using var server = parsed.GetValue(status) is { } url ? await OperatorServer.StartAsync(new Uri(url), worker, settings, key, cancellation) : null;
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"worker ready at {worker.Gateway} for {settings.Address}, {options.Slots} slots, build {settings.Build}"));
            if (server is not null)
            {
                await Console.Out.WriteLineAsync($"status at {server.Urls.First()}{Health.Ready}");
            }

            await worker.RunAsync(cancellation);
            await Console.Out.WriteLineAsync("worker stopped; its blocks are done or sent elsewhere");
            return ExitCodes.Done;
        }));
        return verb;
    }

    private static void Show(ILoggingBuilder logging, bool isVerbose)
    {
        logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Critical);
        logging.AddFilter("CorridorSim", isVerbose ? LogLevel.Information : LogLevel.Warning);
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.AbsolutePath == "/";

    private static void Require(bool condition, System.CommandLine.Parsing.SymbolResult result, string message)
    {
        if (!condition)
        {
            result.AddError(message);
        }
    }
}
