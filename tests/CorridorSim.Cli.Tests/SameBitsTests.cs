using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>One scenario simulated as processors without some of this one's instructions would: every result has the same bits.</summary>
public sealed class SameBitsTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Results_are_the_same_bits_whatever_instructions_the_processor_has()
    {
        string[][] without = [["AVX512", "AVX512F"], ["FMA"], ["AVX2"], ["AVX"], ["HWIntrinsic"]];

        var expected = await HashAsync([]);
        foreach (var instructions in without)
        {
            var hash = await HashAsync(instructions.ToDictionary(i => $"DOTNET_Enable{i}", _ => "0"));

            Assert.Equal((instructions[0], expected), (instructions[0], hash));
        }
    }

    private async Task<string> HashAsync(Dictionary<string, string> environment)
    {
        var (code, output, error) = await BuiltProgram.StartWithAsync(
            environment,
            "run", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--from", "2022-03", "--to", "2022-08", "--json", "--quiet", "--runs", _program.Runs);
        Assert.Equal((0, string.Empty), (code, error));
        return JsonDocument.Parse(output).RootElement.GetProperty("resultHash").GetString()!;
    }
}
