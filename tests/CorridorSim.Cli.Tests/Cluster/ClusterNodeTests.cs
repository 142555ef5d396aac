using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Tests.Cluster;

namespace CorridorSim.Cli.Tests.Cluster;

[Collection(ThreeWorkers.Name)]
public sealed class ClusterNodeTests(ThreeWorkers workers) : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_worker_and_a_client_with_certificates_of_one_authority_work_together()
    {
        using var certificates = new Certificates();
        string[] secure = ["--cluster", $"{workers.Cluster}/1", "--cluster-tls", certificates.Folder];
        await using var worker = WatchedProgram.Start(["silo", "--threads", "1", .. secure]);
        await worker.UntilAsync("worker ready");
        string[] run = ["run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2022-06", "--json", "--quiet", "--runs", _program.Runs];

        var (code, together, error) = await _program.StartAsync([.. run, .. secure]);
        var (_, alone, _) = await _program.StartAsync(run);

        Assert.True(code == 0, error);
        Assert.Equal(HashOf(alone), HashOf(together));
    }

    [Fact]
    public async Task A_worker_process_of_another_build_is_refused_with_one_line_and_code_5()
    {
        var cluster = $"{workers.Cluster}/2";
        Assert.True(ClusterAddress.TryParse(cluster, out var address));
        var settings = new ClusterSettings(address) { Build = new BuildIdentity("9.9.9", 2, "0123456789ab") };
        await using var stranger = await Worker.StartAsync(settings, new WorkerOptions(), TestContext.Current.CancellationToken);

        var (code, _, error) = await _program.StartAsync("silo", "--cluster", cluster);

        Assert.Equal(5, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"corridorsim: the cluster at {cluster} is of build 9.9.9+0123456789ab (scenario format 2), this worker is of build ", line, StringComparison.Ordinal);
        Assert.EndsWith($"or another database such as {workers.Cluster}/3.", line, StringComparison.Ordinal);
    }

    private static string HashOf(string json) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("resultHash").GetString()!;
}
