using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>One stored run of the US-Panama scenario that several tests look at.</summary>
public sealed class ComparedRun : IAsyncLifetime
{
    /// <summary>The program and its run store.</summary>
    public BuiltProgram Program { get; } = new();

    /// <summary>Identifier of the run.</summary>
    public string Id { get; private set; } = string.Empty;

    /// <summary>What the run printed.</summary>
    public JsonElement Printed { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var (code, output, error) = await Program.StartAsync(
            "run", "scenarios/us-panama-2022.yaml", "--replicates", "8", "--to", "2023-06", "--name", "for comparison", "--runs", Program.Runs, "--json");
        Printed = code == 0 ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException(error);
        Id = Printed.GetProperty("runId").GetString()!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        return ValueTask.CompletedTask;
    }
}
