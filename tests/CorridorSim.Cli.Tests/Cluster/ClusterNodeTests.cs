using CorridorSim.Cli.Options;
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
    public async Task A_run_beside_workers_of_another_build_ends_with_one_line_and_code_5()
    {
        var cluster = $"{workers.Cluster}/2";
        Assert.True(RedisAddress.TryParse(cluster, out var address));
        var settings = new ClusterSettings(address) { Build = new BuildIdentity("9.9.9", "0123456789ab") };
        await using var stranger = await Worker.StartAsync(settings, new WorkerOptions(), TestContext.Current.CancellationToken);

        var (code, _, error) = await _program.StartAsync("run", "scenarios/us-panama-2022.yaml", "--runs", _program.Runs, "--cluster", cluster, "--quiet");

        Assert.Equal(5, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"corridorsim: no worker at {cluster} is of this build, ", line, StringComparison.Ordinal);
        Assert.EndsWith("there are or were some of build 9.9.9+0123456789ab: use the same build everywhere.", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cluster is not an address such as redis://127.0.0.1:6379", "redis://user:s3cret")]
    [InlineData("--cluster names the file '/nowhere/s3cret', which cannot be read", "@/nowhere/s3cret")]
    public async Task A_wrong_address_is_refused_without_being_repeated(string problem, string cluster)
    {
        var (code, _, error) = await _program.StartAsync("silo", "--cluster", cluster);

        Assert.Equal(2, code);
        Assert.StartsWith($"corridorsim: {problem}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("user:s3cret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_comes_from_the_environment_or_a_file_and_is_shown_nowhere()
    {
        await using var redis = await RedisServer.StartAsync("--requirepass", "s3cret");
        var file = Path.Combine(_program.Runs, "redis.address");
        await File.WriteAllTextAsync(file, $"redis://:s3cret@127.0.0.1:{redis.Address.Port}\n", TestContext.Current.CancellationToken);
        await using var worker = WatchedProgram.Start("silo", "--cluster", $"@{file}", "--threads", "1");
        await worker.UntilAsync("worker ready");
        string[] run = ["run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2022-06", "--json", "--runs", _program.Runs];
        Dictionary<string, string> Environment(string password) => new() { [ClusterAddress.Variable] = $"redis://:{password}@127.0.0.1:{redis.Address.Port}" };

        var right = await BuiltProgram.StartWithAsync(Environment("s3cret"), run);
        var wrong = await BuiltProgram.StartWithAsync(Environment("guess-s3cret"), run);

        Assert.True(right.Code == 0, right.Error);
        Assert.Contains("joined with 1 slots", right.Error, StringComparison.Ordinal);
        Assert.Equal(5, wrong.Code);
        Assert.Contains("does not accept this user and password", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", worker.Words + right.Out + right.Error + wrong.Out + wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", await File.ReadAllTextAsync($"/proc/{worker.Id}/cmdline", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string HashOf(string json) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("resultHash").GetString()!;
}
