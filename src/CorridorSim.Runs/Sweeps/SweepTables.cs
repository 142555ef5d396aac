using System.Globalization;
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

    /// <summary>Puts the figures of all blocks into one table.</summary>
    /// <param name="folder">Folder of the sweep.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="target">The file that is written or replaced.</param>
    public static void WriteOutcomes(string folder, SweepManifest manifest, string target)
    {
        var spill = target + ".spill";
        using var connection = Sql.Open();
        connection.Execute("SET memory_limit = '400MB'; SET threads = 2; CREATE TABLE block (file VARCHAR, first BIGINT); CREATE TABLE info (\"column\" INTEGER, indicator VARCHAR, name VARCHAR, unit VARCHAR, period VARCHAR)");
        connection.Execute($"SET temp_directory = {Sql.Quote(spill)}");
        string[] files = [.. Enumerable.Range(0, manifest.Blocks).Select(b => Path.Combine(folder, SweepJournal.FileOf(b)))];
        using (var appender = connection.CreateAppender("block"))
        {
            for (var block = 0; block < files.Length; block++)
            {
                appender.CreateRow().AppendValue(files[block]).AppendValue((long)block * manifest.BlockSize).EndRow();
            }
        }

        using (var appender = connection.CreateAppender("info"))
        {
            for (var column = 0; column < manifest.Columns.Count; column++)
            {
                var info = manifest.Columns[column];
                appender.CreateRow().AppendValue(column).AppendValue(info.Indicator).AppendValue(info.Name).AppendValue(info.Unit).AppendValue(info.Period).EndRow();
            }
        }

        var aside = target + ".tmp";
        var replicates = Sql.Number(manifest.Replicates);
        connection.CopyToParquet(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT {Sql.Quote(manifest.Id)} AS run, (first + "row") // {replicates} AS variant, (first + "row") % {replicates} AS replicate,
                first + "row" AS lane, indicator, name, period, unit, value
            FROM read_parquet({Sql.List(files)}, filename = true) f JOIN block b ON f.filename = b.file JOIN info USING ("column")
            ORDER BY lane, "column"
            """),
            aside);
        DurableFile.Flush(aside);
        File.Move(aside, target, overwrite: true);
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
