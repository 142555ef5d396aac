using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>Writing and reading the folder of a run.</summary>
internal static class FolderTable
{
    private const int Repetitions = 5;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync(IBlockEngine engine)
    {
        var result = await new Runner(engine).RunAsync(Americas.Experiment(replicates: 64), new RunnerOptions());
        var folder = Directory.CreateTempSubdirectory("corridorsim-benchmarks-");
        try
        {
            var writer = new RunWriter(new RunStore(folder.FullName));
            var description = new RunDescription("us-panama-2022", "benchmark", "benchmark", "benchmark");
            var stored = writer.Write(result, description);
            var reader = new RunReader(stored);
            _ = reader.ReadAll(Indicators.IrregularEntries, SeriesKey.All);
            var write = Enumerable.Range(0, Repetitions).Select(_ => Sample.Of(() => writer.Write(result, description))).ToArray();
            var read = Enumerable.Range(0, Repetitions).Select(_ => Sample.Of(() => reader.ReadAll(Indicators.IrregularEntries, SeriesKey.All))).ToArray();
            var bytes = Directory.EnumerateFiles(stored.Folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
            Console.WriteLine(FormattableString.Invariant(
                $"Run of {result.Plan.Experiment.Lanes} lanes, {bytes / 1e6:F1} MB: written in {1000 * Sample.Median(write.Select(s => s.Seconds)):F0} ms (processor {1000 * Sample.Median(write.Select(s => s.ProcessorSeconds)):F0} ms); one variable at every place read in {1000 * Sample.Median(read.Select(s => s.Seconds)):F0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
