namespace CorridorSim.Cli.Tests;

/// <summary>A month is appended to a small made-up record, a fit goes on with it, and conclusions are held against those that were kept.</summary>
public sealed class RecordRefitTests : IAsyncLifetime
{
    private readonly BuiltProgram _program = new();

    private string Record => In("observations.csv");

    private string Posterior => In("posterior.csv");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var world = Directory.CreateDirectory(In("world")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "worlds", "ukraine-uk")))
        {
            File.Copy(file, Path.Combine(world, Path.GetFileName(file)));
        }

        // What Mexico counts stands for who comes by a scheme: the layout of an agency is what matters here.
        await WriteAsync("world/observed-series.csv", "series,nationality,variable,where,nationalities,error,note\ntransit-detections:MEX,ALL,admissions,gbr-family-scheme,ALL,0.2,\n");
        await WriteAsync("agency-names.csv", "name,nationality\nTOTAL,ALL\n");
        await WriteAsync("observations.csv", "series,nationality,month,value,source\n" + string.Concat(
            new[] { 900, 1900, 2400, 2700, 2900 }.Select((v, m) => $"transit-detections:MEX,ALL,{(m < 3 ? $"2022-{m + 10}" : $"2023-0{m - 2}")},{v},made up\n")));
        await WriteAsync("base.yaml", """
            corridorsim: 1
            id: base
            title: base
            world: world
            horizon: { from: 2022-10, to: 2023-06 }
            ensemble: { replicates: 8, seed: 1 }
            assumptions: { posterior: posterior.csv }
            measures:
              GBR:
                family-scheme: { lever: channel-capacity, channel: gbr-family-scheme, places-per-month: { value: 6000, basis: assumption }, from: 2022-10 }
            """);
        await WriteAsync("pact.yaml", """
            corridorsim: 1
            id: pact
            title: pact
            extends: base.yaml
            measures:
              GBR:
                homes: { lever: channel-capacity, channel: gbr-homes-for-ukraine, places-per-month: { value: 300, basis: assumption }, from: 2022-10 }
            """);
        await WriteAsync("fit.calibration.yaml", """
            corridorsim: 1
            id: fit
            base: base.yaml
            window: { from: 2022-10, to: 2023-02 }
            observations: observations.csv
            method: kalman
            ensemble: { members: 40, updates: 20, seed: 5 }
            shocks: keep
            write: posterior.csv
            series: { transit-detections:MEX: {} }
            parameters:
              channels.gbr-family-scheme.appeal: { normal: [-4.5, 1] }
              channels.gbr-family-scheme.arrival-months: { lognormal: [1.5, 0.5] }
            """);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_month_is_appended_the_fit_goes_on_with_it_alone_and_what_changed_is_told()
    {
        await FitAsync();
        await EndsWellAsync("verdicts", In("base.yaml"), In("pact.yaml"), "--replicates", "8", "--out", In("verdicts"), "--reason", "first", "--quiet");

        var output = await EndsWellAsync(Refit("2023,Total,,,1200", "--check", In("verdicts")));

        Assert.Contains("Appended 1 rows of 1 series: 2023-03", output, StringComparison.Ordinal);
        Assert.Contains("Fitted to 2023-03, going on from the fit to 2022-10 to 2023-02", output, StringComparison.Ordinal);
        Assert.Contains("channels.gbr-family-scheme.appeal", output, StringComparison.Ordinal);
        Assert.Matches(@"Scenarios that rest on this fit: 2\. Figures that moved without changing a conclusion: [0-9]+\. Conclusions that changed: [0-9]+", output);
        Assert.Contains("2022-10 to 2023-03; made by", await TextAsync(Posterior), StringComparison.Ordinal);

        var fitted = await TextAsync(Posterior);
        var again = await EndsWellAsync(Refit("2023,Total,,,1200"));

        Assert.Contains("The record has every month of this table.", again, StringComparison.Ordinal);
        Assert.Contains("Not fitted yet: transit-detections:MEX/ALL has no month after the last that was fitted.", again, StringComparison.Ordinal);
        Assert.Equal(fitted, await TextAsync(Posterior));
    }

    [Fact]
    public async Task A_posterior_of_other_months_is_refused_before_anything_is_written()
    {
        await WriteAsync("posterior.csv", """
            # Posterior sample of the calibration 'fit', 2022-09 to 2023-02; made by hand.
            channels.gbr-family-scheme.appeal,channels.gbr-family-scheme.arrival-months
            -4,1.5
            """);
        var record = await TextAsync(Record);

        var (code, _, error) = await _program.StartAsync(Refit("2023,Total,,,1200"));

        Assert.Equal(3, code);
        Assert.Contains("was fitted to months from 2022-10 on", error, StringComparison.Ordinal);
        Assert.Equal(record, await TextAsync(Record));
    }

    [Fact]
    public async Task The_first_fit_is_gone_on_from_by_calibrate_as_well()
    {
        await FitAsync();

        var (code, _, error) = await _program.StartAsync("calibrate", In("fit.calibration.yaml"), "--continue", "--quiet");

        Assert.NotEqual(0, code);
        Assert.Contains("nothing to learn: transit-detections:MEX/ALL has no month after the last that was fitted", error, StringComparison.Ordinal);

        await File.AppendAllTextAsync(Record, "transit-detections:MEX,ALL,2023-03,3000,made up\n", TestContext.Current.CancellationToken);
        var output = await EndsWellAsync("calibrate", In("fit.calibration.yaml"), "--continue", "--quiet");

        Assert.Contains("goes on from the fit to 2022-10 to 2023-02", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--quiet")]
    public async Task Options_of_a_refit_are_refused_without_one(string option)
    {
        var (code, _, error) = await _program.StartAsync([.. Refit("2023,Total,,,1200").Where((_, i) => i is < 6), option, .. option == "--check" ? new[] { In("verdicts") } : []]);

        Assert.Equal(2, code);
        Assert.Contains($"{option} has no effect without --refit", error, StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private string In(string name) => Path.Combine(_program.Runs, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(In(name), text.ReplaceLineEndings("\n") + "\n");

    private string[] Refit(string row, params string[] options)
    {
        File.WriteAllText(In("table.csv"), $"Año,País,Ene,Feb,Mar\n{row}\n");
        return ["record", In("table.csv"), "--agency", "inm", "--to", Record, "--refit", In("fit.calibration.yaml"), .. options];
    }

    private Task<string> FitAsync() => EndsWellAsync("calibrate", In("fit.calibration.yaml"), "--quiet");

    private async Task<string> EndsWellAsync(params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync(arguments);
        Assert.True(code == 0, output + error);
        return output;
    }
}
