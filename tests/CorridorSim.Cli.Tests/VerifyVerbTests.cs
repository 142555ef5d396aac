namespace CorridorSim.Cli.Tests;

/// <summary>A run is verified wherever its world lies below the folders that are named, under whatever name.</summary>
public sealed class VerifyVerbTests : IAsyncLifetime
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _ = await _program.StartAsync("new", Made, "--tiny");
        var (code, _, error) = await BuiltProgram.StartInAsync(Made, "run", "mine.yaml", "--replicates", "1", "--to", "2022-12", "--quiet", "--runs", Store);
        Assert.True(code == 0, error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Made => Path.Combine(_program.Runs, "made");

    private string Store => Path.Combine(_program.Runs, "store");

    [Theory]
    [InlineData("e/a/worlds/ukraine-uk")]
    [InlineData("e/a/b/c/worlds/ukraine-uk")]
    [InlineData("e/renamed")]
    [InlineData("e")]
    public async Task A_world_that_was_moved_or_renamed_is_found_below_the_folder_that_is_named(string place)
    {
        var moved = Path.Combine(_program.Runs, place);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        Directory.Move(Path.Combine(Made, "worlds", "ukraine-uk"), moved);

        var (code, output, error) = await BuiltProgram.StartInAsync(_program.Runs, "verify", "latest", "--runs", "store", "--scenarios", "e");

        Assert.True(code == 0, output + error);
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_said_with_its_hash_the_folders_and_the_option()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_program.Runs, "empty")).Name;
        await File.AppendAllTextAsync(Path.Combine(Made, "worlds", "ukraine-uk", "sources.csv"), "more,assumed,nothing\n", TestContext.Current.CancellationToken);

        foreach (var folder in new[] { empty, "made" })
        {
            var (code, _, error) = await BuiltProgram.StartInAsync(_program.Runs, "verify", "latest", "--runs", "store", "--scenarios", folder);

            Assert.NotEqual(0, code);
            Assert.Contains($"'{folder}'", error, StringComparison.Ordinal);
            Assert.Matches("[0-9a-f]{64}", error);
            Assert.Contains("--scenarios", error, StringComparison.Ordinal);
        }
    }
}
