using CorridorSim.Analysis.Suites;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Dashboard.Pages.Backtesting;

/// <summary>Runs suites of natural experiments, one at a time; each is run once for as long as its file and the program stay as they are.</summary>
public sealed class SuiteService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    /// <summary>Replicates of each forecast.</summary>
    public const int Replicates = 16;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, (DateTime Written, SuitePlan Plan, SuiteReport Report)> _known = [];

    /// <summary>Names of the suites beside the scenarios.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(scenarios.Folder)
        ? [.. Directory.EnumerateFiles(scenarios.Folder, "*" + SuiteFile.Ending).Select(f => Path.GetFileName(f)[..^SuiteFile.Ending.Length]).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A suite and what it found.</summary>
    /// <exception cref="ScenarioNotFoundException">There is no such suite.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<(SuitePlan Plan, SuiteReport Report)> AnswerAsync(string name, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (!List().Contains(name))
        {
            throw new ScenarioNotFoundException($"there is no suite '{name}'");
        }

        var file = Path.Combine(scenarios.Folder, name + SuiteFile.Ending);
        await _turn.WaitAsync(cancellation);
        try
        {
            var written = File.GetLastWriteTimeUtc(file);
            if (_known.TryGetValue(name, out var known) && known.Written == written)
            {
                return (known.Plan, known.Report);
            }

            var bag = new DiagnosticBag();
            var plan = SuiteFile.Load(file, null, bag) ?? throw new InvalidScenarioException(bag.Sorted);
            var runner = new Runner(await engines.OpenAsync(cancellation));
            var settings = new RunnerOptions { BlockSize = 16 };
            var report = await new SuiteStudy(plan, Replicates, null, (experiment, token) => runner.RunAsync(experiment, settings, null, token)).RunAsync(bag, progress, cancellation);
            if (bag.HasErrors)
            {
                throw new InvalidScenarioException(bag.Sorted);
            }

            _known[name] = (written, plan, report);
            return (plan, report);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
