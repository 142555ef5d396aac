namespace CorridorSim.Cli.Tests;

/// <summary>The limit of docs/operations.md on the size of a block, of every verb that takes it.</summary>
public sealed class BlockSizeTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_run_in_blocks_of_4096_lanes_is_done()
    {
        var (code, _, error) = await _program.StartAsync(
            "run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2021-02", "--block-size", "4096", "--quiet", "--runs", _program.Runs);

        Assert.Equal((0, string.Empty), (code, error));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("sweep")]
    [InlineData("why")]
    [InlineData("optimise")]
    public async Task A_block_of_4097_lanes_is_refused_with_2_and_one_of_4096_is_not(string verb)
    {
        // The file is not there: who looks for it has taken the command line.
        var at = await _program.StartAsync(verb, "nowhere.yaml", "--block-size", "4096");
        var above = await _program.StartAsync(verb, "nowhere.yaml", "--block-size", "4097");

        Assert.Equal((3, 2), (at.Code, above.Code));
        Assert.StartsWith("corridorsim: --block-size must be a whole number from 1 to 4096, not ", Assert.Single(above.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
