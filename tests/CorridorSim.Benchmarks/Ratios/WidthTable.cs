using System.Diagnostics;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>The kernel with vectors of 512, 256 and 128 bits, as far as the processor has them: one process each, one after the other.</summary>
internal static class WidthTable
{
    private static readonly string[][] Settings = [[], ["DOTNET_EnableAVX512F", "DOTNET_EnableAVX512"], ["DOTNET_EnableAVX2", "DOTNET_EnableAVX"]];

    /// <summary>Measures and prints.</summary>
    /// <exception cref="InvalidOperationException">A process of its own could not measure.</exception>
    public static async Task PrintAsync()
    {
        Console.WriteLine(KernelTable.Head);
        foreach (var settings in Settings)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["kernel"]);
            foreach (var setting in settings)
            {
                start.Environment[setting] = "0";
            }

            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"The kernel with {string.Join(" and ", settings)} taken away ended with {process.ExitCode}.");
            }
        }
    }
}
