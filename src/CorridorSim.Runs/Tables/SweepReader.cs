using System.Globalization;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Runs.Tables;

/// <summary>Reads a finished sweep into memory.</summary>
/// <param name="sweep">The sweep.</param>
public sealed class SweepReader(StoredSweep sweep)
{
    /// <summary>Values of the factors: points x factors.</summary>
    public double[,] Points()
    {
        var factors = sweep.Manifest.Factors.Count;
        var points = new double[sweep.Manifest.Variants, factors];
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * EXCLUDE (run) FROM read_parquet({Sql.Quote(sweep.Checked(StoredSweep.PointsFile))})";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            for (var factor = 0; factor < factors; factor++)
            {
                points[rows.GetInt32(0), factor] = rows.GetValue(factor + 1) switch
                {
                    double number => number,
                    string date when DateText.TryParse(date, out var month) => month,
                    var other => throw new RunStoreException($"{sweep.Manifest.Id}/{StoredSweep.PointsFile}: '{other}' is neither a number nor a date; run the sweep again."),
                };
            }
        }

        return points;
    }

    /// <summary>A figure at each point where a lane has it, mean over these lanes, in the order of the points; read without the other figures.</summary>
    /// <param name="column">Index of the figure.</param>
    public double[] Means(int column)
    {
        var info = sweep.Manifest.Columns[column];
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT avg(value) FROM read_parquet({Sql.Quote(sweep.Checked(StoredSweep.OutcomesFile))})
            WHERE name = {Sql.Quote(info.Name)} AND period = {Sql.Quote(info.Period)} AND isfinite(value) GROUP BY variant ORDER BY variant
            """;
        using var rows = command.ExecuteReader();
        var means = new List<double>();
        while (rows.Read())
        {
            means.Add(rows.GetDouble(0));
        }

        return [.. means];
    }

    /// <summary>Figures: columns x lanes, not-a-number in lanes that failed and where the figure is not defined.</summary>
    /// <exception cref="RunStoreException">The sweep is not finished.</exception>
    public double[][] Figures()
    {
        var manifest = sweep.Manifest;
        DemandFinished();
        double[][] figures = [.. manifest.Columns.Select(_ => Enumerable.Repeat(double.NaN, checked((int)manifest.Lanes)).ToArray())];
        foreach (var (first, lanes) in Blocks(sweep.ReadJournal()))
        {
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                for (var column = 0; column < figures.Length; column++)
                {
                    figures[column][first + lane] = lanes[lane][column];
                }
            }
        }

        return figures;
    }

    /// <summary>
    /// Figures block by block in the order of lanes, so that only one block is in memory: number of the first lane, and lanes x
    /// columns, not-a-number in lanes that failed and where the figure is not defined.
    /// </summary>
    /// <exception cref="RunStoreException">The sweep is not finished.</exception>
    public IEnumerable<(long First, double[][] Lanes)> Blocks()
    {
        DemandFinished();
        return Blocks(sweep.ReadJournal().OrderBy(b => b.Block));
    }

    private IEnumerable<(long First, double[][] Lanes)> Blocks(IEnumerable<JournalEntry> blocks)
    {
        var manifest = sweep.Manifest;
        using var connection = Sql.Open();
        foreach (var block in blocks)
        {
            var first = (long)block.Block * manifest.BlockSize;
            var lanes = (int)Math.Min(manifest.BlockSize, manifest.Lanes - first);
            yield return (first, BlockFile.Read(connection, sweep.Checked(block), lanes, manifest.Columns.Count));
        }
    }

    private void DemandFinished()
    {
        var manifest = sweep.Manifest;
        if (!manifest.IsFinished)
        {
            throw new RunStoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"sweep {manifest.Id} is not finished ({manifest.BlocksDone} of {manifest.Blocks} blocks); continue it with 'sweep FILE --resume'."));
        }
    }
}
