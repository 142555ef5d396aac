namespace CorridorSim.Cli.Tests;

/// <summary>A fit and a backtest say the same, to the last digit, of observations whose rows somebody sorted, turned round or shuffled.</summary>
public sealed class ShuffledTableTests : IAsyncLifetime
{
    private readonly BuiltProgram _program = new();

    private string Folder => Path.Combine(_program.Runs, "made");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var (code, _, error) = await _program.StartAsync("new", Folder, "--from", "americas-history");
        Assert.True(code == 0, error);
        await File.WriteAllTextAsync(Path.Combine(Folder, "small.calibration.yaml"), """
            corridorsim: 1
            id: small
            title: Two parameters of three months
            base: americas-history.yaml
            window: { from: 2021-01, to: 2021-03 }
            observations: worlds/americas/observations.csv
            method: kalman
            ensemble: { members: 8, updates: 1, seed: 1 }
            write: worlds/americas/posterior-small.csv
            series:
              irregular-entries:COL>PAN: { nationalities: [VEN, HTI, CUB, ECU] }
              encounters-between-ports:MEX>USA: { nationalities: [MEX, GTM] }
            parameters:
              behaviour.arrival-elasticity: { lognormal: [0.9, 0.3], source: made }
              nationality.HTI.pull: { normal: [0, 1.5] }
            """);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("calibrate", "small.calibration.yaml", "--dry")]
    [InlineData("backtest", "americas-history.yaml", "--from", "2021-06", "--months", "2", "--replicates", "4")]
    public async Task The_order_of_rows_changes_nothing(string verb, string file, params string[] options)
    {
        var table = (await File.ReadAllLinesAsync(Path.Combine(Folder, "worlds", "americas", "observations.csv"), TestContext.Current.CancellationToken)).Where(l => !l.StartsWith('#')).ToArray();
        var rows = table[1..];
        string[] orders = [Write("as-is", rows), Write("turned", [.. rows.Reverse()]), Write("shuffled", [.. rows.OrderBy(r => string.GetHashCode(r, StringComparison.Ordinal))])];

        var said = new List<string>();
        foreach (var order in orders)
        {
            var (code, output, error) = await _program.StartAsync([verb, Path.Combine(Folder, file), .. options, "--observations", order, "--json", "--quiet"]);
            Assert.True(code == 0, error);
            said.Add(string.Join('\n', output.Split('\n').Where(l => !l.Contains("elapsedSeconds", StringComparison.Ordinal) && !l.Contains(order, StringComparison.Ordinal))));
        }

        Assert.True(said[0].Length > 1000, said[0]);
        Assert.All(said, s => Assert.Equal(said[0], s));

        string Write(string name, string[] ordered)
        {
            var path = Path.Combine(_program.Runs, $"{name}.csv");
            File.WriteAllLines(path, [table[0], .. ordered]);
            return path;
        }
    }
}
