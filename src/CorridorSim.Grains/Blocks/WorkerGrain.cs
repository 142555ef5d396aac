using Orleans.Concurrency;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="IWorkerGrain"/>
[StatelessWorker(1)]
[Reentrant]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    /// <inheritdoc/>
    public ValueTask PingAsync() => ValueTask.CompletedTask;
}
