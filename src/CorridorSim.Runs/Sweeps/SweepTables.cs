using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Runs.Sweeps;

/// <summary>Writes the tables of a sweep that people open: its points, and in the end the figures of all lanes.</summary>
internal static class SweepTables
{
    /// <summary>Writes the points: run, variant, and a column a factor.</summary>
    /// <param name="folder">Folder of the sweep.</param>
    /// <param name="id">Identifier of the sweep.</param>
    /// <param name="definition">What has the points.</param>
    /// <param name="areDatesText">False for dates as numbers of months, as older versions wrote them.</param>
    public static void WritePoints(string folder, string id, SweepDefinition definition, bool areDatesText = true)
    {
        bool IsText(int factor) => areDatesText && definition.Factors[factor].IsDate;

        using var connection = Sql.Open();
        var columns = string.Join(", ", definition.Factors.Select((f, i) => $"{Identifier(f.Id)} {(IsText(i) ? "VARCHAR" : "DOUBLE")}"));
        connection.Execute($"CREATE TABLE point (run VARCHAR, variant INTEGER, {columns})");
        using (var appender = connection.CreateAppender("point"))
        {
            for (var variant = 0; variant < definition.Points.GetLength(0); variant++)
            {
                var row = appender.CreateRow().AppendValue(id).AppendValue(variant);
                for (var factor = 0; factor < definition.Factors.Count; factor++)
                {
                    var value = definition.Points[variant, factor];
                    row = IsText(factor) ? row.AppendValue(DateText.Format(value)) : row.AppendValue(value);
                }

                row.EndRow();
            }
        }

        connection.CopyToParquet("FROM point", Path.Combine(folder, StoredSweep.PointsFile));
    }

    /// <summary>Whether a table of points has a date as a number.</summary>
    public static bool HasDatesAsNumbers(string file, SweepDefinition definition)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM (DESCRIBE FROM read_parquet({Sql.Quote(file)})) WHERE column_type = 'DOUBLE' AND list_contains({Sql.List(definition.Factors.Where(f => f.IsDate).Select(f => f.Id))}::VARCHAR[], column_name)";
        return (long)command.ExecuteScalar()! > 0;
    }

    /// <summary>
    /// Puts the figures of all blocks into one table, in the order of lanes and columns. One thread passes them on as the blocks have
    /// them, so that neither sorting nor memory grows with the sweep.
    /// </summary>
    /// <param name="folder">Folder of the sweep.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="target">The file that is written or replaced.</param>
    public static void WriteOutcomes(string folder, SweepManifest manifest, string target)
    {
        using var connection = Sql.Open();
        connection.Execute("SET threads = 1; SET preserve_insertion_order = true");
        var files = Enumerable.Range(0, manifest.Blocks).Select(b => Path.Combine(folder, SweepJournal.FileOf(b)));
        var (size, replicates) = (Sql.Number(manifest.BlockSize), Sql.Number(manifest.Replicates));
        string Of(Func<SweepColumn, string> text) => $"{Sql.List(manifest.Columns.Select(text))}[\"column\" + 1]";
        var aside = target + ".tmp";
        connection.CopyToParquet(
            $"""
            SELECT {Sql.Quote(manifest.Id)} AS run, lane // {replicates} AS variant, lane % {replicates} AS replicate, lane,
                {Of(c => c.Indicator)} AS indicator, {Of(c => c.Name)} AS name, {Of(c => c.Period)} AS period, {Of(c => c.Unit)} AS unit, value
            FROM (SELECT *, CAST(regexp_extract(filename, '([0-9]+)[.]parquet$', 1) AS BIGINT) * {size} + "row" AS lane
                FROM read_parquet({Sql.List(files)}, filename = true))
            """,
            aside);
        DurableFile.Flush(aside);
        File.Move(aside, target, overwrite: true);
    }

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
