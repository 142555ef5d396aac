using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>Exports that people open in a spreadsheet.</summary>
public sealed class ExportVerbTests(ComparedRun run) : IClassFixture<ComparedRun>
{
    private const int SpreadsheetRows = 1_048_576;

    [Fact]
    public async Task The_usual_export_fits_a_spreadsheet_and_names_indicators_as_other_verbs_take_them()
    {
        var lines = await ExportAsync();

        Assert.Equal("indicator,variant,month,unit,median,p05,p25,p75,p95,mean,replicates", lines[0]);
        Assert.InRange(lines.Length, 100, SpreadsheetRows / 10);
        string[] names = [.. lines.Skip(1).Select(l => l.Split(',')[0]).Distinct()];
        Assert.Contains("irregular-entries:COL>PAN", names);
        var (code, _, error) = await run.Program.StartAsync(
            ["compare", $"{run.Id}:americas-history", run.Id, .. names.SelectMany(n => new[] { "--indicator", n }), "--runs", run.Program.Runs, "--json"]);
        Assert.True(code == 0, error);
    }

    [Fact]
    public async Task A_figure_that_is_not_defined_is_an_empty_cell()
    {
        var lines = await ExportAsync("--all");
        var value = Array.IndexOf(lines[0].Split(','), "value");

        Assert.All(lines.Skip(1).Take(20_000), l => Assert.DoesNotContain("nan", l.Split(',')[value], StringComparison.OrdinalIgnoreCase));
        Assert.All((await ExportAsync()).Skip(1), l => Assert.Equal(l.EndsWith(",0", StringComparison.Ordinal), l.Split(',')[4].Length == 0));
    }

    [Fact]
    public async Task Effects_are_those_of_compare()
    {
        var lines = await ExportAsync("--effects", "--indicator", "deaths", "--indicator", "admissions:usa-*", "--at", "2022");
        var (_, output, _) = await run.Program.StartAsync(
            "compare", $"{run.Id}:americas-history", run.Id, "--indicator", "deaths", "--indicator", "admissions:usa-*", "--at", "2022", "--runs", run.Program.Runs, "--json");
        var effects = JsonDocument.Parse(output).RootElement.GetProperty("effects").EnumerateArray().ToArray();

        Assert.Equal(effects.Length + 1, lines.Length);
        foreach (var (line, effect) in lines.Skip(1).Zip(effects))
        {
            var cells = line.Split(',');
            Assert.Equal(effect.GetProperty("indicator").GetString(), cells[0]);
            Assert.Equal(effect.GetProperty("differenceMedian").ToString(), cells[8].Length == 0 ? "NaN" : double.Parse(cells[8], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task The_headline_of_one_variant_has_a_line_an_indicator()
    {
        var lines = await ExportAsync("--headline", "--variant", "us-panama-2022");

        Assert.InRange(lines.Length, 10, 60);
        Assert.All(lines.Skip(1), l => Assert.Contains(",us-panama-2022,2021-01..2023-06,", l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "--effects", "--headline")]
    [InlineData(2, "--all", "--indicator", "deaths")]
    [InlineData(3, "--indicator", "nothing")]
    [InlineData(3, "--indicator", "nothing*")]
    [InlineData(3, "--at", "1999")]
    [InlineData(8, "--variant", "nothing")]
    public async Task What_cannot_be_exported_is_refused_and_the_old_file_stays(int expected, params string[] more)
    {
        var target = Path.Combine(run.Program.Runs, "kept.csv");
        await File.WriteAllTextAsync(target, "old", TestContext.Current.CancellationToken);

        var (code, _, error) = await run.Program.StartAsync(["export", run.Id, "--out", target, "--runs", run.Program.Runs, .. more]);

        Assert.Equal(expected, code);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Equal("old", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
    }

    private async Task<string[]> ExportAsync(params string[] more)
    {
        var target = Path.Combine(run.Program.Runs, $"{Guid.NewGuid():N}.csv");
        var (code, _, error) = await run.Program.StartAsync(["export", run.Id, "--out", target, "--runs", run.Program.Runs, .. more]);
        Assert.True(code == 0, error);
        var lines = await File.ReadAllLinesAsync(target, TestContext.Current.CancellationToken);
        File.Delete(target);
        return lines;
    }
}
