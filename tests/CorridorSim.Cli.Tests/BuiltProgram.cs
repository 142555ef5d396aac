using System.Diagnostics;

namespace CorridorSim.Cli.Tests;

/// <summary>The built program, as a user starts it, in a folder of its own for runs.</summary>
public sealed class BuiltProgram : IDisposable
{
    /// <summary>Folder of the runs of these tests.</summary>
    public string Runs { get; } = Directory.CreateTempSubdirectory("corridorsim-runs").FullName;

    /// <summary>Starts it from the root of the repository and waits for its end.</summary>
    public Task<(int Code, string Out, string Error)> StartAsync(params string[] arguments) => StartInAsync(Root(), arguments);

    /// <summary>Starts it from a folder and waits for its end.</summary>
    public static async Task<(int Code, string Out, string Error)> StartInAsync(string folder, params string[] arguments)
    {
        using var process = BeginIn(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts it from the root of the repository.</summary>
    public static Process Begin(params string[] arguments) => BeginIn(Root(), arguments);

    private static Process BeginIn(string folder, string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "corridorsim"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Runs, true);

    /// <summary>The root of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CorridorSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
