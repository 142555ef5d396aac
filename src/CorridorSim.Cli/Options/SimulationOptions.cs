using System.CommandLine;
using System.Globalization;
using CorridorSim.Cli.Terminal;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;

namespace CorridorSim.Cli.Options;

/// <summary>The options of every verb that simulates scenario files.</summary>
internal sealed class SimulationOptions
{
    private readonly Option<string[]> _set = new("--set") { Description = "path=value that replaces a value of the file; may be repeated" };
    private readonly Option<int?> _replicates = Strict.Whole("--replicates", "simulations of each scenario, 1 to 10000", 1, 10_000);
    private readonly Option<long?> _seed = Strict.Seed();
    private readonly Option<string?> _from = Strict.Month("--from", "first month, for example 2021-01");
    private readonly Option<string?> _to = Strict.Month("--to", "last month, inclusive");
    private readonly Option<int> _blockSize = Strict.Whole("--block-size", "simulations in a block, 1 to 4096; results do not depend on it", 1, 4096, () => 32);
    private readonly Option<int> _threads = Strict.Whole("--threads", "blocks to run at the same time, 1 to 256", 1, 256, () => Math.Min(256, Environment.ProcessorCount));
    private readonly Option<string?> _dose = Dose();
    private readonly Option<bool> _quiet = new("--quiet") { Description = "show no progress" };

    private ClusterOption? _cluster;

    /// <summary>Prints one JSON document.</summary>
    public Option<bool> Json { get; } = JsonOption.Create();

    /// <summary>The folder of runs.</summary>
    public Option<string> Runs { get; } = StoreOption.Create();

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _set, _dose, _replicates, _seed, _from, _to, Runs, _blockSize, _threads, Json, _quiet })
        {
            verb.Options.Add(option);
        }

        _cluster = ClusterOption.AddTo(verb);
    }

    /// <summary>Everything that replaces values of the files, as <c>path=value</c>.</summary>
    public IReadOnlyList<string> Settings(ParseResult parsed)
    {
        var settings = new List<string>(parsed.GetValue(_set) ?? []);
        Add("dose", parsed.GetValue(_dose));
        Add("horizon.from", parsed.GetValue(_from));
        Add("horizon.to", parsed.GetValue(_to));
        Add("ensemble.replicates", parsed.GetValue(_replicates)?.ToString(CultureInfo.InvariantCulture));
        Add("ensemble.seed", parsed.GetValue(_seed)?.ToString(CultureInfo.InvariantCulture));
        return settings;

        void Add(string path, string? value)
        {
            if (value is not null)
            {
                settings.Add($"{path}={value}");
            }
        }
    }

    private static Option<string?> Dose()
    {
        var option = new Option<string?>("--dose") { Description = "dose of agreements: as promised, or as delivered where that was counted [default: that of the file, else promised]" };
        option.AcceptOnlyFromAmong("promised", "delivered");
        return option;
    }

    /// <summary>How the work is split.</summary>
    public RunnerOptions Runner(ParseResult parsed) => new() { BlockSize = parsed.GetValue(_blockSize), Concurrency = parsed.GetValue(_threads) };

    /// <summary>Opens what simulates: a cluster when one is asked for, else a silo of this process.</summary>
    public Task<IBlockEngine> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        (_cluster ?? throw new InvalidOperationException("The options belong to no verb yet.")).OpenAsync(parsed, parsed.GetValue(_quiet), cancellation);

    /// <summary>True when nothing is told of how far the work is.</summary>
    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet) || parsed.GetValue(Json);

    /// <summary>Tells how far the work is.</summary>
    public TerminalProgress Progress(ParseResult parsed) => new(IsQuiet(parsed));
}
