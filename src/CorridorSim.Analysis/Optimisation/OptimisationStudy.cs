using CorridorSim.Analysis.Search;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>
/// Searches the settings of levers that reach goals best within budgets and constraints. All candidates see the same random draws, so
/// that they are compared in pairs; what is found is checked with random draws that the search had not seen.
/// </summary>
/// <param name="problem">What is sought.</param>
/// <param name="runner">What simulates.</param>
/// <param name="options">How the work is split.</param>
/// <param name="progress">Told after each generation.</param>
public sealed class OptimisationStudy(PolicyProblem problem, Runner runner, RunnerOptions options, IProgress<SearchProgress>? progress = null)
{
    private const int MostChecked = 40;
    private const int QuietGenerations = 6;
    private const double SettledSpread = 0.01;
    private const double StartMargin = 0.05;
    private const double Infeasible = 1e6;

    // Far from any seed that a file is likely to name for its own runs.
    private const ulong FreshLuck = 0x9E3779B9;

    private readonly CandidateBook _book = new(problem, runner, options, problem.Text.Replicates, problem.Text.Seed);
    private readonly List<SearchProgress> _course = [];

    /// <summary>Searches.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<OptimisationAnswer> SearchAsync(CancellationToken cancellation = default)
    {
        var baseline = await _book.BaselineAsync(cancellation);
        var converged = problem.Text.Search.Method switch
        {
            SearchMethod.Enumerate => await EnumerateAsync(cancellation),
            SearchMethod.NsgaII => await TradeAsync(cancellation),
            _ => await AdaptAsync(baseline, cancellation),
        };
        var best = Best();
        var fresh = new CandidateBook(problem, runner, options, problem.Text.Search.CheckReplicates, problem.Text.Seed ^ FreshLuck);
        return new OptimisationAnswer
        {
            Problem = problem,
            Baseline = baseline,
            Best = best,
            Checks = problem.Text.Search.CheckReplicates == 0 ? [] : await CheckAsync(fresh, best, cancellation),
            Nearest = Allowed().OrderBy(c => c.HasFailed).ThenBy(c => c.Violation).First(),
            NearBest = problem.Goals.Count == 1 && best.Length > 0 ? Ranges(best[0]) : [],
            Course = _course,
            HasConverged = converged,
            Evaluated = _book.All.Count,
            Lanes = _book.Lanes + fresh.Lanes,
            Failures = [.. _book.Failures, .. fresh.Failures],
        };
    }

    private async Task<bool> EnumerateAsync(CancellationToken cancellation)
    {
        double[][][] batches = [.. problem.Space.All().Chunk(problem.Text.Search.Population)];
        foreach (var batch in batches)
        {
            await _book.EvaluateAsync(batch, cancellation);
            Tell(batches.Length);
        }

        return true;
    }

    private async Task<bool> TradeAsync(CancellationToken cancellation)
    {
        var levers = problem.Text.Levers;
        var search = new NondominatedSearch(levers.Count, problem.Text.Search.Population, new SplitMixUniforms(problem.Text.Seed));
        for (var generation = 0; generation < problem.Text.Search.Generations; generation++)
        {
            var places = search.Sample(place => [.. problem.Space.Repair([.. place.Select((p, i) => Setting(i, p))]).Select((s, i) => Place(i, s))]);
            var candidates = await _book.EvaluateAsync([.. places.Select(p => problem.Space.Repair([.. p.Select((x, i) => Setting(i, x))]))], cancellation);
            search.Learn(places, [.. candidates.Select(c => c.Scores)], [.. candidates.Select(c => c.HasFailed ? double.PositiveInfinity : c.Violation)]);
            Tell(problem.Text.Search.Generations);
        }

        return false;

        double Setting(int lever, double place) => levers[lever].Lower + (place * (levers[lever].Upper - levers[lever].Lower));
        double Place(int lever, double setting) => (setting - levers[lever].Lower) / (levers[lever].Upper - levers[lever].Lower);
    }

    private async Task<bool> AdaptAsync(Candidate baseline, CancellationToken cancellation)
    {
        var levers = problem.Text.Levers;
        double[] start = [.. problem.Space.Repair(baseline.Settings).Select((s, i) => Inside(levers[i], s))];
        BoundedTransform[] bounds = [.. levers.Select(l => new BoundedTransform(l.Lower, l.Upper))];
        var result = await CmaEvolution.MinimiseAsync(
            Costs,
            start,
            bounds,
            new CmaEvolutionOptions
            {
                Population = problem.Text.Search.Population,
                MostGenerations = problem.Text.Search.Generations,
                SpreadTolerance = SettledSpread,
                GoalTolerance = 1e-9 * Math.Max(1, Math.Abs(baseline.Scores[0])),
                Seed = problem.Text.Seed,
            },
            null,
            cancellation);
        return result.Stop != CmaEvolutionStop.MostGenerations || IsQuiet();

        async Task<double[]> Costs(double[,] candidates, CancellationToken token)
        {
            double[][] settings = [.. Enumerable.Range(0, candidates.GetLength(0)).Select(c =>
                problem.Space.Repair([.. Enumerable.Range(0, levers.Count).Select(l => candidates[c, l])]))];
            var evaluated = await _book.EvaluateAsync(settings, token);
            Tell(problem.Text.Search.Generations);
            return [.. evaluated.Select(c => Cost(c, baseline))];
        }
    }

    /// <summary>Whether the last generations found nothing better.</summary>
    private bool IsQuiet() =>
        _course.Count > QuietGenerations && _course[^1].Best is { } last && _course[^(QuietGenerations + 1)].Best is { } earlier && last[0] == earlier[0];

    /// <summary>What keeps the constraints always costs less than what does not, and among those the nearest costs least.</summary>
    private static double Cost(Candidate candidate, Candidate baseline) => candidate.HasFailed ? double.NaN
        : candidate.IsFeasible ? candidate.Scores[0]
        : Infeasible * (1 + Math.Abs(baseline.Scores[0])) * (1 + candidate.Violation);

    /// <summary>At a bound the transformed axis has no slope, so that a search that starts there would not leave it.</summary>
    private static double Inside(PolicyLever lever, double setting)
    {
        var margin = StartMargin * (lever.Upper - lever.Lower);
        return Math.Clamp(setting, lever.Lower + margin, lever.Upper - margin);
    }

    /// <summary>Candidates within bounds and budgets: the base scenario itself may lie outside.</summary>
    private IEnumerable<Candidate> Allowed()
    {
        var searched = _book.All.Skip(1);
        var baseline = _book.All[0];
        return problem.Space.Repair(baseline.Settings).SequenceEqual(baseline.Settings) ? searched.Prepend(baseline) : searched;
    }

    private Candidate[] Best()
    {
        Candidate[] feasible = [.. Allowed().Where(c => c.IsFeasible)];
        if (problem.Goals.Count == 1)
        {
            // Of settings that do equally well the cheaper ones are better.
            return [.. feasible.OrderBy(c => c.Scores[0]).ThenBy(c => problem.Text.Budgets.Sum(b => b.Use(c.Settings))).Take(1)];
        }

        var goals = new double[feasible.Length, problem.Goals.Count];
        for (var i = 0; i < feasible.Length; i++)
        {
            for (var goal = 0; goal < problem.Goals.Count; goal++)
            {
                goals[i, goal] = feasible[i].Scores[goal];
            }
        }

        var ranks = ParetoFront.Ranks(goals);
        return [.. feasible.Where((_, i) => ranks[i] == 0).OrderBy(c => c.Scores[0])];
    }

    private static async Task<CheckedCandidate[]> CheckAsync(CandidateBook fresh, Candidate[] best, CancellationToken cancellation)
    {
        if (best.Length == 0)
        {
            return [];
        }

        var baseline = await fresh.BaselineAsync(cancellation);
        var again = await fresh.EvaluateAsync([.. best.Take(MostChecked).Select(c => c.Settings)], cancellation);
        return [.. again.Select(c => new CheckedCandidate(c, baseline))];
    }

    private (double, double)[] Ranges(Candidate best)
    {
        var sign = problem.Text.Goals[0].MoreIsBetter ? -1 : 1;
        Candidate[] alike = [.. Allowed().Where(c => c.IsFeasible).Where(c => !IsWorse(c))];
        return [.. problem.Text.Levers.Select((_, lever) => (alike.Min(c => c.Settings[lever]), alike.Max(c => c.Settings[lever])))];

        bool IsWorse(Candidate candidate)
        {
            var summary = PairedDifference.Summarise([.. candidate.Goals[0].Zip(best.Goals[0], (c, b) => sign * (c - b))]);
            return summary.Verdict is Verdict.Clear or Verdict.Leaning && summary.Median > 0;
        }
    }

    private void Tell(int mostGenerations)
    {
        Candidate[] feasible = [.. _book.All.Skip(1).Where(c => c.IsFeasible)];
        double[]? best = feasible.Length == 0 ? null
            : [.. problem.Text.Goals.Select((g, i) => feasible.Min(c => c.Scores[i]) * (g.MoreIsBetter ? -1 : 1))];
        _course.Add(new SearchProgress(_course.Count + 1, mostGenerations, _book.All.Count, feasible.Length, best));
        progress?.Report(_course[^1]);
    }
}
