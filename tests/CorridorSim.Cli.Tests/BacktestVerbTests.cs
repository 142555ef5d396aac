using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>What <c>backtest</c> says of a table of observations that somebody else wrote.</summary>
public sealed class BacktestVerbTests : IDisposable
{
    private const string Header = "series,nationality,month,value\n";

    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("series,nationality,month\nirregular-entries:COL>PAN,VEN,2022-07\n", "1:1", "value")]
    [InlineData(Header + "irregular-entries:COL>PAN,VEN,2022-13,1\n", "2:31", "month")]
    [InlineData(Header + "irregular-entries:COL>PAN,VEN,2022-07,-1\n", "2:39", "0")]
    [InlineData(Header + "irregular-entries:COL>PAN,VEN,2022-07,many\n", "2:39", "number")]
    [InlineData(Header + "irregular-entries:COL>PAN,VEN,2022-07,1\nirregular-entries:COL>PAN,VEN,2022-07,2\n", "3:", "twice")]
    [InlineData(Header, "1:1", "no rows")]
    public async Task A_malformed_table_ends_with_3_and_names_its_place(string table, string place, string cause)
    {
        var file = await WriteAsync(table);

        var (code, output, error) = await BacktestAsync(file);

        Assert.Equal(3, code);
        Assert.Contains($"{file}:{place}", error, StringComparison.Ordinal);
        Assert.Contains(cause, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_calls_measures_series_and_people_by_name_within_the_width_of_a_page()
    {
        var (code, output, error) = await _program.StartAsync("backtest", "--suite", "scenarios/americas.suite.yaml", "--replicates", "2", "--quiet");

        var lines = output.Split('\n');
        Assert.True(code == 0, error);
        Assert.Contains(lines, l => l.Trim() == "September 2021: Mexico requires a visa of Ecuadorians, 4 September 2021");
        Assert.Contains(lines, l => l.TrimStart().StartsWith("Irregular entries, Colombia to Panama (Ecuador) ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("COL>PAN", StringComparison.Ordinal) || l.Contains("visa-ecuador", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.InRange(l.TrimEnd().Length, 0, 150));
    }

    [Fact]
    public async Task A_missing_table_ends_with_3()
    {
        var (code, _, error) = await BacktestAsync(Path.Combine(_program.Runs, "nowhere.csv"));

        Assert.Equal(3, code);
        Assert.Contains("nowhere.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_series_and_gaps_are_reported_and_the_rest_is_scored_and_drawn()
    {
        var file = await WriteAsync(Header
            + "irregular-entries:COL>PAN,VEN,2022-06,11000\nirregular-entries:COL>PAN,VEN,2022-07,17000\nirregular-entries:COL>PAN,VEN,2022-09,38000\n"
            + "balloons:COL>PAN,VEN,2022-07,3\n");
        var plots = Path.Combine(_program.Runs, "plots");

        var (code, output, _) = await BacktestAsync(file, "--json", "--plots", plots);

        Assert.Equal(0, code);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal("balloons:COL>PAN/VEN", Assert.Single(report.GetProperty("unknownSeries").EnumerateArray()).GetString());
        Assert.Contains("2022-08", Assert.Single(report.GetProperty("gaps").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(report.GetProperty("scores").EnumerateArray());
        var drawn = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(plots)), TestContext.Current.CancellationToken);
        Assert.Equal(3, drawn.Split("r=\"3.5\"").Length - 2);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(drawn).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Weeks_are_forecast_from_the_day_of_each_report_and_no_later_report_is_used()
    {
        var record = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "scenarios/worlds/ukraine-schemes/observations.csv"), TestContext.Current.CancellationToken);
        var heading = Array.FindIndex(record, l => l.StartsWith("series,", StringComparison.Ordinal));
        // Many more people in every report after 5 July 2022.
        var other = await WriteAsync(string.Concat(record.Select((line, i) => i <= heading || string.CompareOrdinal(line.Split(',')[2], "2022-07-05") <= 0
            ? line + "\n"
            : string.Join(',', line.Split(',', 5).Select((cell, c) => c == 3 ? "9" + cell : cell)) + "\n")));

        var (code, output, error) = await WeeklyAsync("--json");
        var (_, changed, _) = await WeeklyAsync("--json", "--observations", other);
        var (_, text, _) = await WeeklyAsync();

        Assert.True(code == 0, error);
        var (scores, later) = (Scores(output), Scores(changed));
        Assert.Contains(scores, s => s.GetProperty("series").GetString() == "approvals:gbr-family-scheme" && s.GetProperty("weeks").GetInt32() == 4);
        Assert.Equal(scores.Select(s => s.GetProperty("forecasts").GetRawText()), later.Select(s => s.GetProperty("forecasts").GetRawText()));
        Assert.All(scores.Zip(later), p => Assert.NotEqual(p.First.GetProperty("observed").GetDouble(), p.Second.GetProperty("observed").GetDouble()));
        Assert.Contains("last 4 weeks", text, StringComparison.Ordinal);
        Assert.Contains("2022-07-05", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from 2022-07", "a day")]
    [InlineData("--from 2022-07-05 --replicates 8", "--replicates has no effect with --weeks")]
    [InlineData("--from 2022-07-05 --weeks 60", "1 to 52")]
    [InlineData("--from 2022-04-10", "four weeks to fit")]
    [InlineData("--from 2024-06-01", "Choose days from 2022-03-31 to 2023-11-21")]
    [InlineData("--from 2023-06-01 --to 2023-05-01", "No report lies on these days 4 weeks before the last one")]
    public async Task Weeks_that_cannot_be_forecast_end_with_a_reason(string options, string cause)
    {
        var (code, _, error) = await _program.StartAsync(["backtest", "--calibration", "scenarios/ukraine-schemes.calibration.yaml", "--weeks", "4", "--quiet", .. options.Split(' ')]);

        Assert.NotEqual(0, code);
        Assert.Contains(cause, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_without_reports_on_single_days_has_no_weeks()
    {
        var (code, _, error) = await _program.StartAsync(["backtest", "--calibration", "scenarios/uk.calibration.yaml", "--weeks", "4", "--from", "2022-07-05", "--quiet"]);

        Assert.NotEqual(0, code);
        Assert.Contains("no weeks to forecast", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Out, string Error)> WeeklyAsync(params string[] more) => _program.StartAsync(
        ["backtest", "--calibration", "scenarios/ukraine-schemes.calibration.yaml", "--weeks", "4", "--weeks", "8", "--from", "2022-07-05", "--to", "2022-07-05", "--quiet", .. more]);

    private static JsonElement[] Scores(string output) => [.. JsonDocument.Parse(output).RootElement.GetProperty("scores").EnumerateArray()];

    private Task<(int Code, string Out, string Error)> BacktestAsync(string file, params string[] more) => _program.StartAsync(
        ["backtest", "scenarios/americas-history.yaml", "--observations", file, "--from", "2022-07", "--replicates", "8", "--quiet", .. more]);

    private async Task<string> WriteAsync(string table)
    {
        var file = Path.Combine(_program.Runs, "observations.csv");
        await File.WriteAllTextAsync(file, table, TestContext.Current.CancellationToken);
        return file;
    }
}
