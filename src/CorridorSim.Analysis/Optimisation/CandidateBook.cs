using System.Globalization;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>
/// Simulates candidates, a generation as the variants of one experiment with the same random draws in each; what was simulated once is
/// not simulated again.
/// </summary>
internal sealed class CandidateBook(PolicyProblem problem, Runner runner, RunnerOptions options, int replicates, ulong seed)
{
    private readonly Dictionary<string, Candidate> _known = [];
    private readonly List<Candidate> _all = [];
    private double[][]? _baseline;

    /// <summary>Everything simulated, in order; the first is the base scenario.</summary>
    public IReadOnlyList<Candidate> All => _all;

    /// <summary>Lanes simulated.</summary>
    public long Lanes { get; private set; }

    /// <summary>Lanes that failed.</summary>
    public List<LaneFailure> Failures { get; } = [];

    /// <summary>The base scenario as it is.</summary>
    public async Task<Candidate> BaselineAsync(CancellationToken cancellation)
    {
        if (_baseline is null)
        {
            var settings = PolicyProblem.Baseline(problem.Text);
            _baseline = (await SimulateAsync([settings], cancellation))[0];
            Add(settings, _baseline);
        }

        return _all[0];
    }

    /// <summary>The candidates in order, simulated where they were not yet.</summary>
    public async Task<Candidate[]> EvaluateAsync(IReadOnlyList<double[]> settings, CancellationToken cancellation)
    {
        await BaselineAsync(cancellation);
        double[][] fresh = [.. settings.DistinctBy(Key).Where(s => !_known.ContainsKey(Key(s)))];
        if (fresh.Length > 0)
        {
            var values = await SimulateAsync(fresh, cancellation);
            for (var i = 0; i < fresh.Length; i++)
            {
                Add(fresh[i], values[i]);
            }
        }

        return [.. settings.Select(s => _known[Key(s)])];
    }

    private static string Key(double[] settings) => string.Join(' ', settings.Select(s => s.ToString("R", CultureInfo.InvariantCulture)));

    private void Add(double[] settings, double[][] values)
    {
        var candidate = CandidateScores.Of(problem, settings, values, _baseline!);
        _known[Key(settings)] = candidate;
        _all.Add(candidate);
    }

    /// <summary>Candidates x figures x replicates.</summary>
    private async Task<double[][][]> SimulateAsync(double[][] settings, CancellationToken cancellation)
    {
        var measure = problem.Measure(settings, replicates, seed);
        var lanes = await MeasuredLanes.RunAsync(runner, measure, options, cancellation: cancellation);
        Lanes += measure.Plan.Experiment.Lanes;
        Failures.AddRange(lanes.Failures);
        return [.. Enumerable.Range(0, settings.Length).Select(c => Enumerable.Range(0, lanes.Columns.Count).Select(column => lanes.Of(column, c)).ToArray())];
    }
}
