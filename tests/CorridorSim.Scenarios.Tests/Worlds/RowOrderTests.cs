using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>The order in which somebody wrote rows and columns changes nothing, to the bit.</summary>
public sealed class RowOrderTests : IDisposable
{
    private const string Text = "corridorsim: 1\nid: order\nextends: americas-history.yaml\nhorizon: { to: 2021-06 }\nensemble: { replicates: 3 }\noutputs: { record: full }\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-order-").FullName;

    public RowOrderTests()
    {
        File.Copy(Path.Combine(Repository.Scenarios, "americas-history.yaml"), Path.Combine(_folder, "americas-history.yaml"));
        Directory.CreateDirectory(World);
        foreach (var table in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "worlds", "americas"), "*.csv"))
        {
            File.Copy(table, Path.Combine(World, Path.GetFileName(table)));
        }
    }

    private string World => Path.Combine(_folder, "worlds", "americas");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Rows_of_every_table_of_a_world_may_stand_in_any_order()
    {
        var before = Run();
        foreach (var table in Directory.EnumerateFiles(World, "*.csv"))
        {
            var lines = File.ReadAllLines(table);
            var head = Array.FindIndex(lines, l => !l.StartsWith('#')) + 1;
            File.WriteAllLines(table, [.. lines[..head], .. lines[head..].Reverse()]);
        }

        var after = Run();

        Assert.Equal(before.Series.Select(s => s.Key), after.Series.Select(s => s.Key));
        Assert.All(before.Values.Zip(after.Values), p => Assert.Equal(p.First.AsSpan(), p.Second.AsSpan()));
    }

    [Fact]
    public void Observed_series_have_one_order_whatever_that_of_the_rows()
    {
        var path = Path.Combine(World, "observations.csv");
        var before = Names(path);
        var lines = File.ReadAllLines(path).Where(l => !l.StartsWith('#')).ToArray();
        File.WriteAllLines(path, [lines[0], .. lines[1..].OrderBy(l => l.Split(',')[2], StringComparer.Ordinal)]);
        Assert.Equal(before, Names(path));
        File.WriteAllLines(path, [lines[0], .. lines[1..].Reverse()]);
        Assert.Equal(before, Names(path));
    }

    private static IReadOnlyList<ObservedName> Names(string path) => ObservationTable.Read(path, "observations.csv", new DiagnosticBag())!.Names;

    private BlockResult Run()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.OfText(Text, _folder, bag);
        Assert.Empty(bag.Sorted);
        return BlockSimulation.Run(BlockPlan.Compile(compiled!.Experiment), new LaneRange(0, 3), TestContext.Current.CancellationToken);
    }
}
