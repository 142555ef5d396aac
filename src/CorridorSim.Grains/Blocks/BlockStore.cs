using System.Collections.Concurrent;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;

namespace CorridorSim.Grains.Blocks;

/// <summary>What the clock and the participants of one block share on their silo.</summary>
public sealed class BlockAtWork(Block block)
{
    /// <summary>The lanes and their inputs.</summary>
    public Block Block { get; } = block;

    /// <summary>Where letters are handed in.</summary>
    public PostCounter Counter { get; } = new(block.Plan.Participants.Count);

    /// <summary>Letters on their way to each participant: a block is whole on one silo, so that they need not travel.</summary>
    public ReadOnlyMemory<Letter>[] Inboxes { get; } = new ReadOnlyMemory<Letter>[block.Plan.Participants.Count];

    /// <summary>What each participant measured, at the end.</summary>
    public ParticipantReport[] Reports { get; } = new ParticipantReport[block.Plan.Participants.Count];
}

/// <summary>What the grains of a silo share: compiled experiments, and the inputs of the blocks at work.</summary>
public sealed class BlockStore
{
    private const int MostPlans = 8;

    private readonly ConcurrentDictionary<string, Lazy<BlockPlan>> _plans = new();
    private readonly ConcurrentDictionary<string, Lazy<BlockAtWork>> _blocks = new();
    private long _laneTicks;
    private volatile bool _isClosed;

    /// <summary>Number of blocks at work.</summary>
    public int Count => _blocks.Count;

    /// <summary>Ticks that the clocks of this silo have counted, each once for every lane.</summary>
    public long LaneTicksDone => Interlocked.Read(ref _laneTicks);

    /// <summary>Counts one tick of a block.</summary>
    public void CountTick(int lanes) => Interlocked.Add(ref _laneTicks, lanes);

    /// <summary>The compiled experiment.</summary>
    public BlockPlan Plan(EncodedExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        if (experiment.Plan is { } plan)
        {
            return plan;
        }

        if (_plans.Count > MostPlans)
        {
            _plans.Clear();
        }

        return _plans.GetOrAdd(experiment.Key, _ => new Lazy<BlockPlan>(() => BlockPlan.Compile(experiment.Decode()))).Value;
    }

    /// <summary>Takes no block any more; those at work go on.</summary>
    public void Close() => _isClosed = true;

    /// <summary>The block of a clock that begins.</summary>
    /// <exception cref="WorkerLeavingException">The store is closed.</exception>
    public BlockAtWork Begin(string key, BlockOrder order) => _isClosed ? throw new WorkerLeavingException("the worker is leaving") : Open(key, order);

    /// <summary>The block of a clock, created when it is asked for first.</summary>
    /// <param name="key">Key of the clock.</param>
    /// <param name="order">What the block is.</param>
    public BlockAtWork Open(string key, BlockOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return _blocks.GetOrAdd(key, _ => new Lazy<BlockAtWork>(() => Create(order))).Value;
    }

    /// <summary>The block of a clock while it is at work.</summary>
    public BlockAtWork? Find(string key) => _blocks.TryGetValue(key, out var block) ? block.Value : null;

    /// <summary>Forgets a block that has ended.</summary>
    public void Forget(string key) => _blocks.TryRemove(key, out _);

    private BlockAtWork Create(BlockOrder order)
    {
        var plan = Plan(order.Experiment);
        order.Demand(plan.Experiment);
        return new BlockAtWork(new Block(plan, order.Lanes, order.Slice(plan.Experiment)));
    }
}
