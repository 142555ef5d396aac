using System.Diagnostics;

namespace CorridorSim.Cli.Tests;

/// <summary>The built program, as a user starts it, in a folder of its own for runs.</summary>
public sealed class BuiltProgram : IDisposable
{
    /// <summary>Folder of the runs of these tests.</summary>
    public string Runs { get; } = Directory.CreateTempSubdirectory("corridorsim-runs").FullName;

    /// <summary>Starts it from the root of the repository and waits for its end.</summary>
    public Task<(int Code, string Out, string Error)> StartAsync(params string[] arguments) => StartInAsync(Repository.Root, arguments);

    /// <summary>Starts it from the root of the repository with more environment variables and waits for its end.</summary>
    public static Task<(int Code, string Out, string Error)> StartWithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        EndAsync(BeginIn(Repository.Root, arguments, environment));

    /// <summary>Starts it from a folder and waits for its end.</summary>
    public static Task<(int Code, string Out, string Error)> StartInAsync(string folder, params string[] arguments) => EndAsync(BeginIn(folder, arguments));

    /// <summary>Starts it from the root of the repository.</summary>
    public static Process Begin(params string[] arguments) => BeginIn(Repository.Root, arguments);

    /// <summary>Starts it from the root of the repository with more environment variables.</summary>
    public static Process BeginWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) => BeginIn(Repository.Root, arguments, environment);

    private static async Task<(int Code, string Out, string Error)> EndAsync(Process begun)
    {
        using var process = begun;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Process BeginIn(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "corridorsim"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Runs, true);

    /// <summary>A sweep file beside a copy of the US-Panama scenario: places of referral over two months.</summary>
    /// <param name="points">Its points.</param>
    public static string ReferralSweep(int points) => $$"""
        corridorsim: 1
        id: small
        base: us-panama-2022.yaml
        set: { horizon.to: 2021-02 }
        factors:
          referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 2000] }
        design: { kind: latin-hypercube, points: {{points}} }
        replicates: 1
        record: [deaths]
        """;
}
