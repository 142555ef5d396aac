using System.CommandLine;
using CorridorSim.Cli.Terminal;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;

namespace CorridorSim.Cli.Options;

/// <summary>Options of every verb that simulates many variants.</summary>
internal sealed class EngineOptions
{
    private readonly Option<int> _blockSize = Strict.Whole("--block-size", "simulations in a block, 1 to 4096; results do not depend on it", 1, 4096, () => 128);

    private readonly Option<int> _threads = Strict.Whole("--threads", "blocks to run at the same time, 1 to 256", 1, 256, () => Math.Min(256, Environment.ProcessorCount));

    private readonly Option<bool> _quiet = new("--quiet") { Description = "show no progress" };

    private readonly ClusterOption _cluster;

    public EngineOptions(Command verb)
    {
        verb.Add(_blockSize);
        verb.Add(_threads);
        verb.Add(_quiet);
        _cluster = ClusterOption.AddTo(verb);
    }

    public RunnerOptions Runner(ParseResult parsed) =>
        new() { BlockSize = parsed.GetValue(_blockSize), Concurrency = parsed.GetValue(_threads) };

    /// <summary>Opens what simulates: the cluster that was asked for, or a silo in this process.</summary>
    public Task<IBlockEngine> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        _cluster.OpenAsync(parsed, parsed.GetValue(_quiet), cancellation);

    /// <summary>Whether no progress is wanted.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public TerminalProgress Progress(ParseResult parsed, bool json) => new(parsed.GetValue(_quiet) || json);
}
