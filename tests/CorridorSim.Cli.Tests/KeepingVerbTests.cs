using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>Runs and sweeps are named, noted, tagged, listed and thrown away.</summary>
public sealed class KeepingVerbTests : IAsyncLifetime
{
    private readonly BuiltProgram _program = new();
    private string _first = string.Empty;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _first = await RunAsync("--name", "first one");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_run_is_renamed_noted_and_tagged_and_still_verifies()
    {
        await DoneAsync("rename", "first one", "for the paper");
        await DoneAsync("note", "for the paper", "sizes after the talks of May");
        await DoneAsync("tag", "for the paper", "paper", "pinned");

        var (_, listed, _) = await StartAsync("list", "--tag", "paper");
        var (_, shown, _) = await StartAsync("show", "for the paper");
        var json = JsonDocument.Parse((await StartAsync("list", "--json")).Out).RootElement.GetProperty("runs")[0];
        var (pinned, _, refusal) = await StartAsync("delete", "for the paper");
        var (verified, words, _) = await StartAsync("verify", "for the paper");

        Assert.Matches($"{_first} +run .* for the paper +paper pinned", listed);
        Assert.Contains("note: sizes after the talks of May", shown, StringComparison.Ordinal);
        Assert.Equal("for the paper", json.GetProperty("name").GetString());
        Assert.InRange(json.GetProperty("bytes").GetInt64(), 10_000, 1_000_000_000);
        Assert.Equal(10, pinned);
        Assert.Contains("pinned", refusal, StringComparison.Ordinal);
        Assert.True(verified == 0, words);
        await DoneAsync("tag", "for the paper", "pinned", "--remove");
        await DoneAsync("delete", "for the paper");
        Assert.Equal(8, (await StartAsync("show", "for the paper")).Code);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_go_and_deletes_nothing()
    {
        var (code, said, _) = await StartAsync("delete", "latest", "--dry-run");
        var (pruned, also, _) = await StartAsync("prune", "--keep", "0", "--dry-run");
        var (young, none, _) = await StartAsync("prune", "--older-than", "1h", "--json");

        Assert.Equal((0, 0, 0), (code, pruned, young));
        Assert.Contains($"would delete {_first}", said, StringComparison.Ordinal);
        Assert.Contains($"would delete {_first}", also, StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(none).RootElement.GetProperty("deleted").EnumerateArray());
        Assert.Equal(0, (await StartAsync("show", "first one")).Code);
    }

    [Fact]
    public async Task Prune_keeps_the_newest_of_a_scenario()
    {
        var second = await RunAsync();

        await DoneAsync("prune", "--keep", "1", "--scenario", "another");
        Assert.Equal(2, Directory.GetDirectories(_program.Runs, "us-*").Length);
        await DoneAsync("prune", "--keep", "1", "--scenario", "us-panama-2022", "--kind", "run");

        Assert.Equal([second], Directory.GetDirectories(_program.Runs, "us-*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Five_equal_runs_at_once_are_all_kept()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StartAsync("run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2021-02", "--quiet")));

        Assert.All(codes, c => Assert.True(c.Code == 0, c.Error));
        Assert.Equal(6, JsonDocument.Parse((await StartAsync("list", "--json")).Out).RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task A_broken_run_a_foreign_folder_and_an_unreadable_one_hurt_nobody_else()
    {
        var second = await RunAsync();
        var table = Directory.GetFiles(Path.Combine(_program.Runs, _first, "series"))[0];
        using (var file = new FileStream(table, FileMode.Open))
        {
            file.SetLength(500);
        }

        Directory.CreateDirectory(Path.Combine(_program.Runs, "notes"));
        var (queried, answer, left) = await StartAsync("query", "select distinct run from series");
        var (listed, table2, damaged) = await StartAsync("list");
        var (shown, _, why) = await StartAsync("show", _first);

        Assert.Equal((10, 0, 10), (queried, listed, shown));
        Assert.Equal($"run\n{second}\n", answer);
        Assert.All(new[] { left, damaged, why }, e => Assert.Contains($"{_first}/series/{Path.GetFileName(table)}", e, StringComparison.Ordinal));
        Assert.Matches($"{_first} .* damaged", table2);
        Assert.DoesNotContain("notes", table2 + damaged, StringComparison.Ordinal);
        await DoneAsync("delete", _first);
        Assert.Equal(string.Empty, (await StartAsync("list")).Error);
    }

    [Fact]
    public async Task A_delete_that_is_killed_leaves_a_run_whole_or_gone()
    {
        for (var wait = 0; wait < 6; wait++)
        {
            var run = wait == 0 ? _first : await RunAsync();
            using (var process = BuiltProgram.Begin("delete", run, "--runs", _program.Runs))
            {
                // Each time it is killed a little later, from before it does anything to after all is done.
                _ = process.WaitForExit(TimeSpan.FromMilliseconds(60 * wait));
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var (code, output, error) = await StartAsync("list", "--json");
            Assert.Equal((0, string.Empty), (code, error));
            var there = JsonDocument.Parse(output).RootElement.GetProperty("runs").EnumerateArray().Any(r => r.GetProperty("id").GetString() == run);
            var (verified, words, _) = there ? await StartAsync("verify", run) : (0, string.Empty, string.Empty);
            Assert.True(verified == 0, words);
            _ = await StartAsync("delete", run);
            Assert.Empty(Directory.GetDirectories(_program.Runs));
        }
    }

    private async Task<string> RunAsync(params string[] more)
    {
        var (code, output, error) = await StartAsync(["run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2021-02", "--json", .. more]);
        return code == 0 ? JsonDocument.Parse(output).RootElement.GetProperty("runId").GetString()! : throw new InvalidOperationException(error);
    }

    private async Task DoneAsync(params string[] arguments)
    {
        var (code, _, error) = await StartAsync(arguments);
        Assert.True(code == 0, error);
    }

    private Task<(int Code, string Out, string Error)> StartAsync(params string[] arguments) => _program.StartAsync([.. arguments, "--runs", _program.Runs]);
}
