using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Tests.Running;

/// <summary>Simulates in the plain loop, gives false numbers for one block the first time, and calls it back once it is out.</summary>
internal sealed class LyingEngine(long first) : IBlockEngine
{
    private LaneRange? _false;
    private bool _hasLied;

    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        var reply = order.Simulate();
        if (order.First == first && !_hasLied)
        {
            (_hasLied, _false) = (true, order.Lanes);
            reply = reply with { Values = [.. reply.Values.Select(v => v.Select(n => n + 1).ToArray())] };
        }

        return Task.FromResult(reply);
    }

    public Task<IReadOnlyList<LaneRange>> RecallAsync(string run, CancellationToken cancellation)
    {
        var recalled = _false;
        _false = null;
        return Task.FromResult<IReadOnlyList<LaneRange>>(recalled is { } lanes ? [lanes] : []);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
