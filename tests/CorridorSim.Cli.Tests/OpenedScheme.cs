using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>A small scenario, one in which a second scheme is opened, and one whose only scheme never opens; all have run.</summary>
public sealed class OpenedScheme : IAsyncLifetime
{
    /// <summary>The program and its run store.</summary>
    public BuiltProgram Program { get; } = new();

    /// <summary>Folder of the scenarios.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("corridorsim-schemes").FullName;

    /// <summary>JSON of the run with a second scheme.</summary>
    public JsonElement Opened { get; private set; }

    /// <summary>JSON of the run without any.</summary>
    public JsonElement Closed { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "worlds", "ukraine-uk")))
        {
            Directory.CreateDirectory(Path.Combine(Folder, "world"));
            File.Copy(file, Path.Combine(Folder, "world", Path.GetFileName(file)));
        }

        await WriteAsync("tiny", """
            world: world
            horizon: { from: 2022-10, to: 2023-03 }
            ensemble: { replicates: 8, seed: 1 }
            measures:
              GBR:
                family-scheme:
                  lever: channel-capacity
                  channel: gbr-family-scheme
                  places-per-month: { value: 6000, range: [2000, 20000], basis: assumption }
                  from: 2022-10
            """);
        await WriteAsync("opened", """
            extends: tiny.yaml
            measures:
              GBR:
                homes: { lever: channel-capacity, channel: gbr-homes-for-ukraine, places-per-month: { value: 300, basis: assumption }, from: 2022-10 }
            """);
        await WriteAsync("closed", """
            extends: tiny.yaml
            measures: { GBR: { family-scheme: null } }
            """);
        (Opened, Closed) = (await RunAsync("opened"), await RunAsync("closed"));
    }

    /// <summary>Writes a scenario.</summary>
    public Task WriteAsync(string id, string body) =>
        File.WriteAllTextAsync(Path.Combine(Folder, id + ".yaml"), $"corridorsim: 1\nid: {id}\ntitle: {id}\n{body}\n");

    /// <summary>Runs a scenario and returns its JSON.</summary>
    public async Task<JsonElement> RunAsync(string id, params string[] options)
    {
        var (code, output, error) = await Program.StartAsync(["run", Path.Combine(Folder, id + ".yaml"), "--runs", Program.Runs, "--json", .. options]);
        return code == 0 ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException(error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, true);
        Program.Dispose();
        return ValueTask.CompletedTask;
    }
}
