using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>A forecast is frozen, scored when months come, and refused when a byte of it was changed.</summary>
public sealed class LedgerVerbTests : IDisposable
{
    private const string Name = "darien";

    private readonly BuiltProgram _program = new();

    private string Forecasts => Path.Combine(_program.Runs, "forecasts");

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_forecast_is_registered_once_scored_beside_frozen_benchmarks_and_refused_after_a_change()
    {
        var known = await WriteAsync("known.csv", 2022, 12);
        var (registered, first, _) = await RegisterAsync(known);
        var (again, _, refusal) = await RegisterAsync(known);

        Assert.Equal((0, 3), (registered, again));
        Assert.Contains("registered already", refusal, StringComparison.Ordinal);
        var identity = JsonDocument.Parse(first).RootElement;
        Assert.Equal(("2023-01", "2023-06"), (identity.GetProperty("forecast").GetProperty("from").GetString(), identity.GetProperty("forecast").GetProperty("until").GetString()));

        var (early, nothing, _) = await ScoreAsync(known);
        Assert.Equal(5, early);
        Assert.Empty(JsonDocument.Parse(nothing).RootElement.GetProperty("months").EnumerateArray());

        var (scored, output, _) = await ScoreAsync(await WriteAsync("later.csv", 2023, 4));
        Assert.Equal(0, scored);
        var score = JsonDocument.Parse(output).RootElement;
        Assert.Equal(identity.GetProperty("hash").GetString(), score.GetProperty("hash").GetString());
        var months = score.GetProperty("months").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 3, 4], months.Select(m => m.GetProperty("ahead").GetInt32()));
        Assert.All(months, m => Assert.Equal(11_000 + 1200, m.GetProperty("forecasts").GetProperty("last-month").GetDouble()));
        Assert.All(months, m => Assert.InRange(m.GetProperty("wis").GetDouble(), 0, 20));
        Assert.Contains(score.GetProperty("horizons").EnumerateArray(), h => h.GetProperty("monthsAhead").GetString() == "4-6");

        var table = Path.Combine(Forecasts, Name, "forecasts.csv");
        var text = await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken);
        Assert.StartsWith("model_id,origin,horizon,target,location,output_type,output_type_id,value\n", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(table, text[..^2] + (text[^2] == '1' ? "2" : "1") + "\n", TestContext.Current.CancellationToken);
        var (changed, _, why) = await ScoreAsync(known);
        Assert.Equal(7, changed);
        Assert.Contains("forecasts.csv", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_month_that_was_observed_is_no_forecast()
    {
        var (code, _, error) = await _program.StartAsync(
            "register", "scenarios/americas-history.yaml", "--until", "2022-12", "--name", Name, "--observations", await WriteAsync("known.csv", 2022, 12), "--forecasts", Forecasts, "--quiet");

        Assert.Equal(3, code);
        Assert.Contains("2022-12", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Forecasts));
    }

    private Task<(int Code, string Out, string Error)> RegisterAsync(string observations) => _program.StartAsync(
        "register", "scenarios/americas-history.yaml", "--until", "2023-06", "--name", Name, "--observations", observations, "--forecasts", Forecasts, "--replicates", "8", "--json", "--quiet");

    private Task<(int Code, string Out, string Error)> ScoreAsync(string observations) =>
        _program.StartAsync("score", Name, "--observations", observations, "--forecasts", Forecasts, "--json");

    /// <summary>Made-up crossings: 100 more each month of 2022, then 15,000.</summary>
    private async Task<string> WriteAsync(string name, int year, int month)
    {
        var file = Path.Combine(_program.Runs, name);
        Directory.CreateDirectory(_program.Runs);
        var rows = Enumerable.Range(1, 12).Select(m => $"irregular-entries:COL>PAN,ALL,2022-{m:00},{11_000 + (m * 100)}")
            .Concat(year == 2022 ? [] : Enumerable.Range(1, month).Select(m => $"irregular-entries:COL>PAN,ALL,2023-{m:00},15000"));
        await File.WriteAllLinesAsync(file, rows.Prepend("series,nationality,month,value"), TestContext.Current.CancellationToken);
        return file;
    }
}
