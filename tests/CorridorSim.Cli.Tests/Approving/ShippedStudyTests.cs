using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests.Approving;

/// <summary>
/// The numbers of the shipped sweeps and calibrations to the last bit, made small: few points, one replicate, one update of eight
/// members. Hold-outs differ from the calibration of their world in the window alone.
/// </summary>
public sealed class ShippedStudyTests : IDisposable
{
    private readonly BuiltProgram _program = new();
    private readonly string _scenarios = Directory.CreateTempSubdirectory("corridorsim-studies").FullName;

    /// <summary>Copies the shipped scenarios with their worlds: a study reads what lies beside it.</summary>
    public ShippedStudyTests()
    {
        var from = Repository.Scenarios;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_scenarios, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public static TheoryData<string> Sweeps => Shipped(".sweep.yaml");

    public static TheoryData<string> Calibrations => [.. Shipped(".calibration.yaml").Select(c => c.Data).Where(c => !c.Contains("holdout", StringComparison.Ordinal))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _program.Dispose();
        Directory.Delete(_scenarios, true);
    }

    [Theory]
    [MemberData(nameof(Sweeps))]
    public async Task A_shipped_sweep_has_the_kept_numbers(string name)
    {
        var file = Small($"{name}.sweep.yaml", ("replicates: [0-9]+", "replicates: 1\nset: { horizon.to: 2021-12 }"), ("trajectories: [0-9]+", "trajectories: 2"), ("points: [0-9]+", "points: 2"));

        var (code, output, error) = await _program.StartAsync("sweep", file, "--json", "--quiet", "--runs", _program.Runs);

        Assert.True(code == 0, error);
        Approved.Check($"sweep-{name}", JsonDocument.Parse(output).RootElement.GetProperty("resultHash").GetString() + "\n");
    }

    [Theory]
    [MemberData(nameof(Calibrations))]
    public async Task A_shipped_calibration_has_the_kept_posterior(string name)
    {
        var posterior = Path.Combine(_program.Runs, "posterior.csv");
        var file = Small($"{name}.calibration.yaml", ("members: [0-9]+", "members: 8"), ("updates: [0-9]+", "updates: 1"));

        var (code, _, error) = await _program.StartAsync("calibrate", file, "--quiet", "--out", posterior);

        Assert.True(code == 0, error);
        Approved.Check($"calibration-{name}", Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(posterior, TestContext.Current.CancellationToken))) + "\n");
    }

    private static TheoryData<string> Shipped(string ending) =>
        [.. Directory.EnumerateFiles(Repository.Scenarios, $"*{ending}").Select(f => Path.GetFileName(f)[..^ending.Length]).Order(StringComparer.Ordinal)];

    private string Small(string name, params (string Pattern, string By)[] changes)
    {
        var path = Path.Combine(_scenarios, name);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, changes.Aggregate(text, (t, c) => Regex.Replace(t, c.Pattern, c.By)));
        return path;
    }
}
