using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Doctor;
using CorridorSim.Cli.Verbs.New;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios;

[assembly: Verb<DoctorVerb>(360)]

namespace CorridorSim.Cli.Verbs.Doctor;

/// <summary>Says what is installed, what the processor can do and where runs lie.</summary>
internal sealed class DoctorVerb : IVerb
{
    private const int OctetBits = 512;
    private const double Gigabyte = 1e9;

    public static Command Create()
    {
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("doctor", "check the installation, the processor and where runs are kept: corridorsim doctor") { runs, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var findings = Findings(parsed.GetValue(runs)!).ToArray();
            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { IsWell = findings.All(f => f.Remedy is null), Findings = findings })
                : Console.Out.WriteLineAsync(string.Join(Environment.NewLine, findings.Select(Line))));
            return findings.All(f => f.Remedy is null) ? ExitCodes.Done : ExitCodes.NothingUsable;
        }));
        return verb;
    }

    private static IEnumerable<Finding> Findings(string runs)
    {
        yield return new("program", $"{Version()}, {(IsReadyToRun() ? "with code made ahead of time" : "compiled as it runs")}");
        yield return new("folder", AppContext.BaseDirectory);
        yield return new("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new("processor", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {Vectors()}"));
        yield return new("memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte:0.#} GB"));
        yield return ShippedFiles.Scenarios is { } scenarios
            ? new("scenarios", string.Create(CultureInfo.InvariantCulture, $"{scenarios}: {ShippedScenario.Ids.Count()} scenarios, worlds {string.Join(", ", Worlds(scenarios))}"))
            : new("scenarios", "those that come with the program are missing", "install the program again");
        yield return Database();
        yield return Store(runs);
    }

    private static string Version() =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static bool IsReadyToRun()
    {
        // The flag of code made ahead of time stands in the header of the runtime part of an assembly.
        using var file = File.OpenRead(typeof(ShippedFiles).Assembly.Location);
        using var reader = new System.Reflection.PortableExecutable.PEReader(file);
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }

    private static string Vectors()
    {
        var width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;
        return string.Create(CultureInfo.InvariantCulture, $"vectors of {width} bits ({OctetBits / width} for eight lanes); results are the same on every processor");
    }

    private static IEnumerable<string> Worlds(string scenarios) =>
        Directory.EnumerateDirectories(Path.Combine(scenarios, "worlds")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static Finding Database()
    {
        try
        {
            return new("tables", $"DuckDB {StoreQuery.DatabaseVersion()}");
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return new("tables", "the database library cannot be loaded", "install the program for this system again");
        }
    }

    private static Finding Store(string runs)
    {
        var folder = Path.GetFullPath(runs);
        if (!Directory.Exists(folder))
        {
            return new("runs", $"{folder}: not there yet; the first run makes it");
        }

        try
        {
            var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            var listing = new RunStore(folder).List();
            var damaged = listing.Damaged.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {listing.Damaged.Count} damaged") : string.Empty;
            return new("runs", string.Create(CultureInfo.InvariantCulture, $"{folder}: {listing.Runs.Count} runs{damaged}, {new DriveInfo(folder).AvailableFreeSpace / Gigabyte:0.#} GB free"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new("runs", $"{folder} cannot be written ({error.Message})", "choose another folder with --runs, or allow writing");
        }
    }

    private static string Line(Finding finding) => $"{finding.What,-10} {finding.Words}{(finding.Remedy is null ? string.Empty : $": {finding.Remedy}")}";

    /// <summary>Something that was looked at.</summary>
    /// <param name="What">What it is.</param>
    /// <param name="Words">How it is.</param>
    /// <param name="Remedy">What to do; null when all is well.</param>
    private sealed record Finding(string What, string Words, string? Remedy = null);
}
