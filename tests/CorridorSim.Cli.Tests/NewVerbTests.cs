using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class NewVerbTests : IDisposable
{
    private readonly BuiltProgram _program = new();
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("corridorsim").FullName, "mine");

    /// <inheritdoc/>
    public void Dispose()
    {
        _program.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, true);
    }

    [Fact]
    public async Task A_starter_folder_made_from_any_directory_is_valid_and_runs_and_can_be_verified()
    {
        var outside = Path.GetDirectoryName(_folder)!;
        var (made, _, _) = await BuiltProgram.StartInAsync(outside, "new", "mine");
        Assert.Equal(0, made);
        Assert.True(File.Exists(Path.Combine(_folder, "schemas", "scenario.schema.json")));

        var (valid, _, wrong) = await BuiltProgram.StartInAsync(outside, "validate", "mine/base.yaml", "mine/pact.yaml");
        Assert.True(valid == 0, wrong);

        var (ran, output, _) = await BuiltProgram.StartInAsync(_folder, "run", "pact.yaml", "--replicates", "4", "--to", "2022-06", "--json");
        Assert.Equal(0, ran);
        var effects = JsonDocument.Parse(output).RootElement.GetProperty("effects").EnumerateArray().ToDictionary(e => e.GetProperty("indicator").GetString()!);
        Assert.True(effects["people protected in transit"].GetProperty("differenceMedian").GetDouble() > 0);

        var (verified, words, _) = await BuiltProgram.StartInAsync(_folder, "verify", "latest");
        Assert.True(verified == 0, words);
    }

    [Fact]
    public async Task A_folder_made_from_a_shipped_scenario_gives_its_results_and_can_be_verified()
    {
        var outside = Path.GetDirectoryName(_folder)!;
        string[] little = ["--replicates", "2", "--to", "2021-06", "--json", "--runs", _program.Runs];

        var (made, words, _) = await BuiltProgram.StartInAsync(outside, "new", "mine", "--from", "us-panama-2022");
        var (valid, _, wrong) = await BuiltProgram.StartInAsync(_folder, "validate", "us-panama-2022.yaml", "mine.yaml");
        var (_, there, error) = await BuiltProgram.StartInAsync(outside, ["run", "mine/us-panama-2022.yaml", .. little]);
        var (_, here, _) = await _program.StartAsync(["run", "scenarios/us-panama-2022.yaml", .. little]);
        var (ran, own, _) = await BuiltProgram.StartInAsync(outside, ["run", "mine/mine.yaml", .. little]);
        var (verified, differs, _) = await BuiltProgram.StartInAsync(outside, "verify", "latest", "--runs", _program.Runs, "--scenarios", outside);

        Assert.Equal((0, 0, 0), (made, valid, ran));
        Assert.True(there.Length > 0, error + wrong);
        Assert.EndsWith("next: corridorsim run mine/mine.yaml\n", words, StringComparison.Ordinal);
        Assert.Equal(Hash(here), Hash(there));
        Assert.All(JsonDocument.Parse(own).RootElement.GetProperty("effects").EnumerateArray(), e => Assert.Contains(e.GetProperty("differenceMedian").ToString(), new[] { "0", "NaN" }));
        Assert.True(verified == 0, differs);
    }

    [Fact]
    public async Task The_tiny_folder_holds_the_smallest_world()
    {
        var (made, _, _) = await _program.StartAsync("new", _folder, "--tiny");
        var (valid, _, wrong) = await BuiltProgram.StartInAsync(_folder, "validate", "mine.yaml", "displaced-schemes.yaml");

        Assert.True((made, valid) == (0, 0), wrong);
        Assert.InRange(new DirectoryInfo(_folder).EnumerateFiles("*.csv", SearchOption.AllDirectories).Sum(f => f.Length), 1, 20_000);
    }

    [Fact]
    public async Task A_scenario_that_does_not_come_with_the_program_is_refused_with_the_nearest()
    {
        var (code, _, error) = await _program.StartAsync("new", _folder, "--from", "us-panama");

        Assert.Equal(3, code);
        Assert.Contains("did you mean 'us-panama-2022'?", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    private static string Hash(string output) => JsonDocument.Parse(output).RootElement.GetProperty("resultHash").GetString()!;

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        Directory.CreateDirectory(_folder);
        var precious = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(precious, "mine", TestContext.Current.CancellationToken);

        var (code, _, error) = await _program.StartAsync("new", _folder);

        Assert.Equal(3, code);
        Assert.Contains("not empty", error, StringComparison.Ordinal);
        Assert.Equal([precious], Directory.GetFileSystemEntries(_folder));
    }
}
