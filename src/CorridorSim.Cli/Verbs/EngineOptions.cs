using System.CommandLine;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;

namespace CorridorSim.Cli.Verbs;

/// <summary>Options of every verb that simulates many variants.</summary>
internal sealed class EngineOptions
{
    private readonly Option<int> _blockSize = new("--block-size")
    {
        Description = "lanes of a block, 1 to 4096; results do not depend on it",
        DefaultValueFactory = _ => 128,
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "blocks at work at the same time, 1 to 256",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "no progress" };

    private readonly ClusterOption _cluster;

    public EngineOptions(Command verb)
    {
        verb.Add(_blockSize);
        verb.Add(_threads);
        verb.Add(_quiet);
        _cluster = ClusterOption.AddTo(verb);
        Require(_blockSize, 1, 4096);
        Require(_threads, 1, 256);
    }

    public RunnerOptions Runner(ParseResult parsed) =>
        new() { BlockSize = parsed.GetValue(_blockSize), Concurrency = parsed.GetValue(_threads) };

    /// <summary>Opens what simulates: the cluster that was asked for, or a silo in this process.</summary>
    public Task<IBlockEngine> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        _cluster.OpenAsync(parsed, parsed.GetValue(_quiet), cancellation);

    /// <summary>Whether no progress is wanted.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public TerminalProgress Progress(ParseResult parsed, bool json) => new(parsed.GetValue(_quiet) || json);

    private static void Require(Option<int> option, int least, int most) => option.Validators.Add(r =>
    {
        if (r.GetValueOrDefault<int>() < least || r.GetValueOrDefault<int>() > most)
        {
            r.AddError($"{option.Name} must lie between {least} and {most}");
        }
    });
}
