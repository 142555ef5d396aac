using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>The table of all figures says what the blocks say, in the order of lanes and columns.</summary>
public sealed class SweepOutcomesTests : IDisposable
{
    private const int FailedVariant = 7;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-outcomes-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(256)]
    public async Task Rows_stand_in_the_order_of_lanes_and_columns_with_the_figures_of_the_blocks(int blockSize)
    {
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = blockSize, Concurrency = 2 } };
        using var engine = new StoppingEngine();
        var sweep = await new SweepRunner(new Runner(engine), new SweepStore(new RunStore(_folder)))
            .RunAsync(SmallSweep.Of(broken: FailedVariant), options, null, TestContext.Current.CancellationToken);
        var figures = new SweepReader(sweep).Figures();
        var columns = sweep.Manifest.Columns;

        var expected = from lane in Enumerable.Range(0, (int)sweep.Manifest.Lanes)
                       where lane / SmallSweep.Replicates != FailedVariant
                       from column in Enumerable.Range(0, columns.Count)
                       select (sweep.Manifest.Id, (long)lane / SmallSweep.Replicates, (long)lane % SmallSweep.Replicates, (long)lane,
                           columns[column].Indicator, columns[column].Name, columns[column].Period, columns[column].Unit, figures[column][lane]);

        Assert.Equal(expected, Rows(sweep));
    }

    private static IEnumerable<(string, long, long, long, string, string, string, string, double)> Rows(StoredSweep sweep)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT run, variant, replicate, lane, indicator, name, period, unit, value FROM read_parquet({Sql.Quote(sweep.PathOf(StoredSweep.OutcomesFile))})";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7), rows.GetFigure(8));
        }
    }
}
