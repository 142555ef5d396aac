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
