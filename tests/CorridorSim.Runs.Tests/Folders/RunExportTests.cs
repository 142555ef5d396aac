using CorridorSim.Runs.Files;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class RunExportTests(StoredResult stored) : IClassFixture<StoredResult>
{
    [Fact]
    public void The_csv_has_one_line_for_each_month_of_each_series_and_lane()
    {
        var lines = Export(ExportFormat.Csv, "run.csv");

        var experiment = stored.Result.Plan.Experiment;
        Assert.StartsWith("run,variable,origin,destination,channel,leg,place,nationality,month,lane,", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + (stored.Result.Plan.Series.Count * experiment.Lanes * experiment.Months), lines.Length);
    }

    [Fact]
    public void The_long_format_has_the_seven_columns_and_three_statistics_a_month()
    {
        var lines = Export(ExportFormat.Iamc, "run-iamc.csv");

        var experiment = stored.Result.Plan.Experiment;
        Assert.Equal("model,scenario,region,variable,unit,period,value", lines[0]);
        Assert.Equal(1 + (stored.Result.Plan.Series.Count * experiment.Variants.Count * experiment.Months * 3), lines.Length);
        Assert.All(lines[1..], line => Assert.Equal(7, line.Split(',').Length));
    }

    [Fact]
    public void An_export_into_a_folder_that_is_not_there_is_one_clear_line()
    {
        var error = Assert.Throws<RunStoreException>(() => RunExport.Write(
            stored.Run, ExportFormat.Parquet, Path.Combine(stored.Store.Folder, "not-there", "run.parquet")));

        Assert.DoesNotContain('\n', error.Message);
    }

    private string[] Export(ExportFormat format, string name)
    {
        var target = Path.Combine(stored.Store.Folder, name);
        RunExport.Write(stored.Run, format, target);
        return File.ReadAllLines(target);
    }
}
