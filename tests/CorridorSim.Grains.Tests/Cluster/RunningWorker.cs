using CorridorSim.Grains.Cluster;

namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>A worker in this process, at work until it is disposed of; then it leaves in form.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Worker _worker;
    private readonly Task _working;

    private RunningWorker(Worker worker)
    {
        _worker = worker;
        _working = worker.RunAsync(_stop.Token);
    }

    /// <summary>Where clients reach it.</summary>
    public string Gateway => _worker.Gateway;

    public static async Task<RunningWorker> StartAsync(ClusterSettings settings, WorkerOptions? options = null) =>
        new(await Worker.StartAsync(settings, options ?? new WorkerOptions { Slots = 1 }, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _working;
        await _worker.DisposeAsync();
        _stop.Dispose();
    }
}
