using System.CommandLine;
using System.Reflection;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Serve;
using CorridorSim.Dashboard;
using CorridorSim.Dashboard.Doors;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Verb<ServeVerb>(340)]

namespace CorridorSim.Cli.Verbs.Serve;

/// <summary>Starts the dashboard and the HTTP API.</summary>
internal sealed class ServeVerb : IVerb
{
    /// <summary>Environment variable with the access key.</summary>
    public const string KeyVariable = "CORRIDORSIM_ACCESS_KEY";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "addresses to listen on, separated by ;", DefaultValueFactory = _ => DashboardOptions.DefaultUrl };
        var publicUrl = new Option<string?>("--public-url") { Description = "address by which browsers come through a proxy with TLS on this machine, such as https://corridors.example" };
        var healthUrl = new Option<string?>("--health-url") { Description = $"address at which {Health.Live} and {Health.Ready} answer with connections of their own, such as http://127.0.0.1:5081" };
        var scenarios = new Option<string?>("--scenarios") { Description = "folder of scenario files; default: scenarios here, else those that come with the program" };
        var noExample = new Option<bool>("--no-example") { Description = "do not run the shipped example when there is no run yet" };
        var untilInputEnds = new Option<bool>("--until-input-ends") { Description = "end when standard input ends: for programs that start it and must not leave it behind" };
        var runs = StoreOption.Create();
        var verb = new Command("serve", $"start the dashboard and HTTP API: corridorsim serve; to let other computers in, set {KeyVariable}") { urls, publicUrl, healthUrl, runs, scenarios, noExample, untilInputEnds };
        var cluster = ClusterOption.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => ServeAsync(
            new DashboardOptions
            {
                Urls = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                PublicUrl = parsed.GetValue(publicUrl)?.TrimEnd('/'),
                HealthUrl = parsed.GetValue(healthUrl),
                RunsFolder = parsed.GetValue(runs)!,
                Notice = line => Console.Error.WriteLine($"corridorsim: {line}"),
                ScenariosFolder = parsed.GetValue(scenarios) ?? UsualFolder(),
                StartsWithExample = !parsed.GetValue(noExample),
                AccessKey = Key(),
                Cluster = cluster.Settings(parsed),
                // Who starts a program for itself asks as often as it likes.
                MostRequests = parsed.GetValue(untilInputEnds) ? int.MaxValue : DashboardOptions.UsualRequests,
                Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "unknown",
            },
            parsed.GetValue(untilInputEnds),
            cancellation)));
        return verb;
    }

    private static string UsualFolder() => Directory.Exists(ShippedFiles.FolderName) ? ShippedFiles.FolderName : ShippedFiles.Scenarios ?? ShippedFiles.FolderName;

    /// <summary>The access key; null when none is set.</summary>
    public static string? Key() => Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null;

    private static async Task<int> ServeAsync(DashboardOptions options, bool untilInputEnds, CancellationToken cancellation)
    {
        if (AddressRules.Obstacle(options) is { } obstacle)
        {
            await Console.Error.WriteLineAsync($"corridorsim: {obstacle}");
            return ExitCodes.WrongCommandLine;
        }

        if (!Directory.Exists(options.ScenariosFolder))
        {
            await Console.Error.WriteLineAsync($"corridorsim: there is no folder '{options.ScenariosFolder}' of scenarios; name one with --scenarios");
            return ExitCodes.InvalidInput;
        }

        try
        {
            await using var app = await DashboardHost.StartAsync(options, cancellation);
            await Console.Out.WriteLineAsync($"dashboard  {string.Join("  ", app.Urls)}");
            await Console.Out.WriteLineAsync($"API        {app.Urls.First()}/openapi/v1.json");
            if (options.PublicUrl is { } shown)
            {
                await Console.Out.WriteLineAsync($"browsers   {shown}");
            }

            if (app.Services.GetService<HealthListener>() is { } health)
            {
                await Console.Out.WriteLineAsync($"health     {health.Address}{Health.Ready}");
            }

            await Console.Out.WriteLineAsync("Ctrl-C stops it; runs that are finished stay.");
            var shutdown = app.WaitForShutdownAsync(cancellation);
            await (untilInputEnds ? await Task.WhenAny(shutdown, InputEndsAsync()) : shutdown);
            return ExitCodes.Done;
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync($"corridorsim: {error.Message.TrimEnd('.')}; give another address with --urls");
            return ExitCodes.InvalidInput;
        }
    }

    private static async Task InputEndsAsync()
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
    }
}
