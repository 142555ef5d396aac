using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>What is wrong on a command line is said in one line, in JSON where JSON was asked for, with exit code 2.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Scenario = "scenarios/us-panama-2022.yaml";
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("1,000")]
    [InlineData("1.5")]
    [InlineData("10k")]
    [InlineData("1e2")]
    [InlineData("")]
    [InlineData(" 4")]
    [InlineData("+4")]
    [InlineData("007")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999999")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("NaN")]
    public async Task A_number_is_read_whole_or_refused(string text)
    {
        var line = await RefusedAsync("run", Scenario, "--replicates", text);

        Assert.StartsWith($"corridorsim: --replicates must be a whole number from 1 to 10000, not {(text.Length == 0 ? "an empty text" : text)} (", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed must be a whole number", "run", Scenario, "--seed", "1e3")]
    [InlineData("--threads must be a whole number", "run", Scenario, "--threads", "x")]
    [InlineData("--block-size must be a whole number", "run", Scenario, "--block-size", "x")]
    [InlineData("--block-size must be a whole number", "compare", "latest", Scenario, "--block-size", "1.0")]
    [InlineData("--block-size must be a whole number", "sweep", "scenarios/quota-enforcement.sweep.yaml", "--block-size", "1,0")]
    [InlineData("--threads must be a whole number", "silo", "--cluster", "redis://127.0.0.1:1", "--threads", "x")]
    [InlineData("--silo-port must be a whole number from 0 to 65535", "silo", "--cluster", "redis://127.0.0.1:1", "--silo-port", "65536")]
    [InlineData("--gateway-port must be a whole number", "silo", "--cluster", "redis://127.0.0.1:1", "--gateway-port", "http")]
    [InlineData("--orders must be a whole number", "why", Scenario, "--orders", "many")]
    [InlineData("--replicates must be a whole number", "why", Scenario, "--replicates", "x")]
    [InlineData("--share must be a number above 0, up to 1", "discover", "latest", "--target", "deaths < 1", "--share", "x")]
    [InlineData("--share must be a number above 0, up to 1", "discover", "latest", "--target", "deaths < 1", "--share", "0,5")]
    [InlineData("--share must be a number above 0, up to 1", "discover", "latest", "--target", "deaths < 1", "--share", "50%")]
    [InlineData("--coverage must be a number from 0 to 1", "discover", "latest", "--target", "deaths < 1", "--coverage", "1.01")]
    [InlineData("--assurance must be a number above 0, up to 1", "robust", "latest", "--assurance", "x")]
    [InlineData("--assurance must be a number above 0, up to 1", "robust", "latest", "--assurance", "NaN")]
    [InlineData("--replicates must be a whole number", "backtest", Scenario, "--observations", "x.csv", "--from", "2022-07", "--replicates", "x")]
    [InlineData("--months must be a whole number", "backtest", Scenario, "--observations", "x.csv", "--from", "2022-07", "--months", "6.0")]
    [InlineData("--from must be a whole month such as 2022-10, not 2022-10-31", "run", Scenario, "--from", "2022-10-31")]
    [InlineData("--from must be a whole month such as 2022-10, not 2022-1", "run", Scenario, "--from", "2022-1")]
    [InlineData("--to must be a whole month such as 2022-10, not 2022", "run", Scenario, "--to", "2022")]
    [InlineData("--to must be a whole month such as 2022-10, not 2022-13", "compare", "latest", Scenario, "--to", "2022-13")]
    [InlineData("--from must be a whole month such as 2022-10, not 0001-01", "run", Scenario, "--from", "0001-01")]
    [InlineData("--from must be a whole month", "backtest", Scenario, "--observations", "x.csv", "--from", "July")]
    [InlineData("--method must be one of", "sensitivity", "latest", "--method", "2")]
    [InlineData("--format must be one of csv, parquet, iamc, not 0", "export", "latest", "--out", "x", "--format", "0")]
    [InlineData("--older-than must be a number of hours, days or weeks", "prune", "--older-than", "30")]
    [InlineData("--older-than must be a number of hours, days or weeks", "prune", "--older-than", "1.5d")]
    [InlineData("--keep must be a whole number", "prune", "--keep", "all")]
    [InlineData("prune needs --older-than, --keep, or both", "prune")]
    [InlineData("--since must be a day such as 2026-05-01, not May", "list", "--since", "May")]
    [InlineData("--runs must not be empty", "list", "--runs", "")]
    [InlineData("--out must not be empty", "report", "latest", "--out", "")]
    [InlineData("files must not be empty", "validate", "")]
    [InlineData("--name: a name holds no line breaks or other control characters", "run", Scenario, "--name", "x\u001b[31mRED\nsecond")]
    [InlineData("--name: a name has at most 80 characters, not 81", "run", Scenario, "--name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("--name: 'latest' means the newest run", "run", Scenario, "--name", "latest")]
    [InlineData("--name: a name holds no ':'", "run", Scenario, "--name", "a:b")]
    [InlineData("unknown option '--replicate'; did you mean '--replicates'?", "run", Scenario, "--replicate", "4")]
    [InlineData("unknown option '--replicate'; did you mean '--replicates'?", "run", Scenario, "--replicate=4")]
    [InlineData("unknown option '--al'; did you mean '--all'?", "show", "latest", "--al")]
    [InlineData("unknown option '--jsn'; did you mean '--json'?", "run", Scenario, "--name", "--jsn")]
    [InlineData("unknown verb 'runn'; did you mean 'run'?", "runn")]
    [InlineData("unknown verb 'runn'; did you mean 'run'?", "runn", Scenario, "--replicates", "x")]
    [InlineData("unexpected argument 'more'", "show", "latest", "more")]
    [InlineData("unknown verb 'nothing'", "help", "nothing")]
    [InlineData("--set has no effect with --calibration; leave it out", "backtest", "--calibration", "x.yaml", "--from", "2023-01", "--set", "a=1")]
    [InlineData("--csv has no effect with --suite; leave it out", "backtest", "--suite", "x.yaml", "--csv", "x.csv")]
    [InlineData("--hub has no effect without --calibration; leave it out", "backtest", Scenario, "--observations", "x.csv", "--from", "2023-01", "--hub", "x.csv")]
    [InlineData("--markdown has no effect without --suite; leave it out", "backtest", Scenario, "--observations", "x.csv", "--from", "2023-01", "--markdown", "x.md")]
    [InlineData("--replicates has no effect without --suite; leave it out", "report", "latest", "--out", "x.html", "--replicates", "64")]
    [InlineData("--cluster-tls has no effect without --cluster; leave it out", "run", Scenario, "--cluster-tls", "certificates")]
    [InlineData("--sample has no effect with --all; leave it out", "verify", "latest", "--all", "--sample", "3")]
    [InlineData("--out has no effect with --dry; leave it out", "calibrate", "x.yaml", "--dry", "--out", "x.csv")]
    [InlineData("--resume has no effect with --plan; leave it out", "sweep", "x.yaml", "--plan", "--resume")]
    [InlineData("--year has no effect with a table of cbp, which names its years; leave it out", "record", "x.csv", "--agency", "cbp", "--to", "y.csv", "--year", "2023")]
    public async Task What_is_wrong_is_named_with_what_it_must_be(string expected, params string[] arguments)
    {
        var line = await RefusedAsync(arguments);

        Assert.StartsWith($"corridorsim: {expected}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_only_look_like_a_response_file_are_words()
    {
        var file = Path.Combine(_program.Runs, "words");
        await File.WriteAllTextAsync(file, "--help", TestContext.Current.CancellationToken);

        var (code, _, error) = await _program.StartAsync("show", $"@{file}", "--runs", _program.Runs);

        Assert.Equal(8, code);
        Assert.Contains($"'@{file}'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    public async Task Help_is_a_verb_and_an_option(string word)
    {
        var (code, text, _) = await _program.StartAsync(word);
        var (ofVerb, verb, _) = word == "help" ? await _program.StartAsync("help", "run") : await _program.StartAsync("run", "--help");

        Assert.Equal((0, 0), (code, ofVerb));
        Assert.Contains("prune", text, StringComparison.Ordinal);
        Assert.Contains("--replicates", verb, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "wrong-command-line", "run", Scenario, "--replicates", "x", "--json")]
    [InlineData(2, "wrong-command-line", "runn", "--json")]
    [InlineData(2, "wrong-command-line", "run", "--json")]
    [InlineData(3, "invalid-input", "run", "no-such-file.yaml", "--json")]
    [InlineData(3, "invalid-input", "resolve", "no-such-file.yaml", "--json")]
    [InlineData(3, "invalid-input", "query", "delete from runs", "--json", "--runs", "RUNS")]
    [InlineData(8, "run-not-found", "show", "nothing", "--json", "--runs", "RUNS")]
    [InlineData(8, "run-not-found", "delete", "nothing", "--json", "--runs", "RUNS")]
    [InlineData(8, "run-not-found", "compare", "nothing", "nothing", "--json", "--runs", "RUNS")]
    [InlineData(8, "run-not-found", "sensitivity", "nothing", "--json", "--runs", "RUNS")]
    [InlineData(10, "run-store", "list", "--json", "--runs", "RUNS/nowhere")]
    [InlineData(10, "run-store", "query", "select 1", "--json", "--runs", "RUNS/nowhere")]
    [InlineData(10, "run-store", "prune", "--keep", "1", "--json", "--runs", "RUNS/nowhere")]
    public async Task With_json_a_failure_is_json_too(int expected, string kind, params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync([.. arguments.Select(a => a.Replace("RUNS", _program.Runs, StringComparison.Ordinal))]);

        Assert.Equal(expected, code);
        var failure = JsonDocument.Parse(output).RootElement.GetProperty("failure");
        Assert.Equal((kind, expected), (failure.GetProperty("kind").GetString(), failure.GetProperty("exitCode").GetInt32()));
        Assert.Contains(failure.GetProperty("message").GetString()!, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_a_file_has_its_place()
    {
        var file = Path.Combine(_program.Runs, "wrong.yaml");
        await File.WriteAllTextAsync(file, "corridorsim: 1\nid: wrong\ntitle: Wrong\nid: again\n", TestContext.Current.CancellationToken);

        var (code, output, _) = await _program.StartAsync("run", file, "--json", "--runs", _program.Runs);

        Assert.Equal(3, code);
        var failure = JsonDocument.Parse(output).RootElement.GetProperty("failure");
        Assert.Equal((file, 4, 1), (failure.GetProperty("file").GetString(), failure.GetProperty("line").GetInt32(), failure.GetProperty("column").GetInt32()));
        Assert.Contains(failure.GetProperty("messages").EnumerateArray(), m => m.GetProperty("line").GetInt32() == 4);
    }

    [Theory]
    [InlineData("horizon.from=2022-10-31", "2022-10")]
    [InlineData("horizon.to=2023-03-01", "2023-03")]
    public async Task A_horizon_counts_whole_months_wherever_it_is_written(string setting, string month)
    {
        var (code, _, error) = await _program.StartAsync("resolve", Scenario, "--set", setting);

        Assert.Equal(3, code);
        Assert.Contains($"counts whole months; write {month}", error, StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync(arguments);

        Assert.Equal((2, string.Empty), (code, output));
        return Assert.Single(error.TrimEnd('\n').Split('\n'));
    }
}
