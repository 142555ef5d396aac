namespace CorridorSim.Cli.Tests.Cluster;

/// <summary>
/// Real processes and signals. A sweep cannot end while the workers that live are paused: so what is to happen during the sweep
/// does happen during it, however slow the machine.
/// </summary>
[Collection(ThreeWorkers.Name)]
public sealed class ClusterFaultTests(ThreeWorkers workers)
{
    private readonly string _store = workers.NewStore();

    [Fact]
    public async Task A_worker_killed_and_started_again_during_a_sweep_changes_nothing()
    {
        await using var sweep = await workers.BeginSweepAsync(_store);
        await sweep.UntilFirstBlockAsync();

        await workers[0].KillAsync();
        workers[1].Pause();
        workers[2].Pause();
        await sweep.UntilAsync("is lost; its blocks are sent elsewhere");
        var joined = sweep.Count("joined");
        await workers.RenewAsync(0);
        await sweep.UntilAsync("joined", joined + 1);
        workers[1].Continue();
        workers[2].Continue();

        await AssertEndsWholeAsync(sweep);
    }

    [Fact]
    public async Task Workers_paused_until_the_third_takes_them_for_dead_then_continued_or_killed_change_nothing()
    {
        await using var sweep = await workers.BeginSweepAsync(_store);
        await sweep.UntilFirstBlockAsync();

        // The sweep waits for the blocks that they have.
        workers[0].Pause();
        workers[1].Pause();
        await sweep.UntilAsync("is lost; its blocks are sent elsewhere", 2);
        await workers[0].KillAsync();
        workers[1].Continue();

        await AssertEndsWholeAsync(sweep);
        await workers[1].UntilAsync("the other workers took this one for dead, as after a long pause; joining again");
        await workers[1].UntilAsync($"joined {workers.Cluster} again");
    }

    [Fact]
    public async Task All_workers_paused_together_go_on_where_they_were()
    {
        await using var sweep = await workers.BeginSweepAsync(_store);
        await sweep.UntilFirstBlockAsync();
        foreach (var worker in workers.All)
        {
            worker.Pause();
        }

        foreach (var worker in workers.All)
        {
            worker.Continue();
        }

        await AssertEndsWholeAsync(sweep);
    }

    [Fact]
    public async Task Redis_gone_for_a_while_and_back_empty_during_a_sweep_changes_nothing()
    {
        await using var sweep = await workers.BeginSweepAsync(_store);
        await sweep.UntilFirstBlockAsync();

        foreach (var worker in workers.All)
        {
            worker.Pause();
        }

        await workers.Redis.KillAsync();
        await sweep.UntilAsync("does not answer; going on with the workers at hand");
        workers[0].Continue();
        await workers[0].UntilAsync("does not answer; going on with the blocks at hand");
        workers[0].Pause();
        await workers.Redis.StartAsync();
        await sweep.UntilAsync($"Redis at {workers.Cluster} answers again");
        foreach (var worker in workers.All)
        {
            worker.Continue();
        }

        await AssertEndsWholeAsync(sweep);
        await Task.WhenAll(workers.All.Select(w => w.UntilAsync($"joined {workers.Cluster} again")));
    }

    [Fact]
    public async Task A_client_killed_in_the_middle_of_a_sweep_is_made_good_by_resuming_it()
    {
        await using (var killed = await workers.BeginSweepAsync(_store))
        {
            await killed.UntilFirstBlockAsync();
            await killed.KillAsync();
        }

        await using var sweep = await workers.BeginSweepAsync(_store, "--resume");

        await AssertEndsWholeAsync(sweep);
    }

    private async Task AssertEndsWholeAsync(WatchedProgram sweep)
    {
        var code = await sweep.EndAsync();
        Assert.True(code == 0, sweep.Words);
        workers.AssertWhole(_store);
    }
}
