using System.Globalization;
using CorridorSim.Analysis.Optimisation;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Cli.Verbs.Optimise;

/// <summary>What a search for settings says.</summary>
internal sealed class OptimiseReport(OptimisationAnswer answer, TimeSpan elapsed)
{
    private const int MostShown = 20;

    private readonly PlaceWords _places = new(answer.Problem.Text.Base.Experiment.World);

    public OptimisationAnswer Answer => answer;

    private OptimiseText Text => answer.Problem.Text;

    public async Task WriteTextAsync(string? emitted)
    {
        await Console.Out.WriteLineAsync(Text.Title);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Evaluated} candidates, each in {Text.Replicates} simulations with the same random draws, {answer.Lanes:#,0} simulations in all, {answer.Course.Count} generations, {elapsed.TotalSeconds:F0} s; {Ending()}"));
        if (answer.Best.Count == 0)
        {
            await Console.Out.WriteLineAsync("No candidate keeps the constraints. The nearest:");
            WriteSettings(answer.Nearest, []);
            WriteConstraints(answer.Nearest, null);
            return;
        }

        await (answer.Problem.Goals.Count == 1 ? WriteOneAsync() : WriteFrontAsync());
        await Console.Out.WriteLineAsync("Sizes are assumptions of the scenario and within the ranges of the search; the best settings hold within the model only.");
        if (emitted is not null)
        {
            await Console.Out.WriteLineAsync($"scenario  {emitted}");
        }
    }

    /// <summary>The same as an object to print as JSON.</summary>
    public object ToJson(string? emitted) => new
    {
        Text.Id,
        Text.Title,
        Base = Text.Base.Scenario.Id,
        Method = OptimiseFile.Methods.First(m => m.Value == Text.Search.Method).Key,
        Text.Replicates,
        Text.Seed,
        Candidates = answer.Evaluated,
        answer.Lanes,
        FailedLanes = answer.Failures.Count,
        Generations = answer.Course.Count,
        answer.HasConverged,
        ElapsedSeconds = elapsed.TotalSeconds,
        IsFeasible = answer.Best.Count > 0,
        Levers = Text.Levers.Select((l, i) => new
        {
            Lever = l.Id,
            l.Path,
            l.Unit,
            Base = l.Baseline,
            Best = Chosen.Settings[i],
            l.Lower,
            l.Upper,
            l.Step,
            NearBest = answer.NearBest.Count == 0 ? null : new[] { answer.NearBest[i].Lower, answer.NearBest[i].Upper },
        }),
        Budgets = Text.Budgets.Select(b => new { Budget = b.Id, b.Unit, b.AtMost, Base = b.Use(answer.Baseline.Settings), Best = b.Use(Chosen.Settings) }),
        Goals = Text.Goals.Select((_, i) => Goal(i)),
        Constraints = Text.Constraints.Select((_, i) => Constraint(i)),
        Front = answer.Problem.Goals.Count == 1 ? [] : answer.Best.Select((c, i) => Trade(c, i)),
        Course = answer.Course.Select(c => new { c.Generation, Candidates = c.Evaluated, c.Feasible, c.Best }),
        Emitted = emitted,
    };

    /// <summary>A generation in words.</summary>
    public static string Stage(PolicyProblem problem, SearchProgress stage)
    {
        var places = new PlaceWords(problem.Text.Base.Experiment.World);
        var best = stage.Best is null
            ? "none keeps the constraints yet"
            : string.Join(", ", problem.Goals.Zip(stage.Best, (g, b) => $"best {places.Measured(g.Name, g.Words)} {Figures.WithUnit(b, g.Unit)}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"generation {stage.Generation} of at most {stage.MostGenerations}: {stage.Evaluated} candidates, {stage.Feasible} keep the constraints; {best}");
    }

    private Candidate Chosen => answer.Best.Count > 0 ? answer.Best[0] : answer.Nearest;

    private CheckedCandidate? ChosenCheck => answer.Checks.Count > 0 ? answer.Checks[0] : null;

    private string Ending() => Text.Search.Method switch
    {
        SearchMethod.Enumerate => "all combinations",
        SearchMethod.NsgaII => "ended after the generations asked for",
        _ => answer.HasConverged ? "settled" : "ended after the most generations: more may find better settings",
    };

    private async Task WriteOneAsync()
    {
        WriteSettings(Chosen, answer.NearBest);
        var table = new TerminalTable("goal", "unit", ">base", ">best", ">effect", ">90% interval", "verdict");
        AddGoal(table, Named(answer.Problem.Goals[0]), answer.Baseline, Chosen, 0);
        if (ChosenCheck is { } check)
        {
            AddGoal(table, string.Create(CultureInfo.InvariantCulture, $"the same with new random draws, {Text.Search.CheckReplicates} simulations"), check.Baseline, check.Fresh, 0);
        }

        table.Write();
        WriteConstraints(Chosen, ChosenCheck?.Fresh);
        if (ChosenCheck is { Fresh.IsFeasible: false })
        {
            await Console.Out.WriteLineAsync("With new random draws a constraint fails: ask for more simulations (replicates) or keep a margin.");
        }
    }

    private async Task WriteFrontAsync()
    {
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{answer.Best.Count} settings that no other beats on every goal{(answer.Best.Count > MostShown ? $", {MostShown} of them evenly chosen here" : string.Empty)}:"));
        var table = new TerminalTable([
            .. Text.Levers.Select(l => $">{l.Id}, {l.Unit}"), .. Text.Budgets.Select(b => $">{b.Id}, {b.Unit}"),
            .. answer.Problem.Goals.SelectMany(g => new[] { $">{Named(g)}, {g.Unit}", ">against base" }), .. Text.Constraints.Count == 0 ? [] : new[] { "constraints with new random draws" }]);
        var every = Math.Max(1, (answer.Best.Count - 1.0) / (MostShown - 1));
        foreach (var row in Enumerable.Range(0, Math.Min(MostShown, answer.Best.Count)).Select(i => (int)Math.Round(i * every)))
        {
            var candidate = answer.Best[row];
            table.Add([
                .. candidate.Settings.Select((s, l) => Figures.Level(s, Text.Levers[l].Unit)), .. Text.Budgets.Select(b => Figures.Level(b.Use(candidate.Settings), b.Unit)),
                .. answer.Problem.Goals.SelectMany((g, i) => new[] { Figures.Level(Level(candidate, i), g.Unit), Figures.Difference(Difference(answer.Baseline, candidate, i).Median, g.Unit) }),
                .. Text.Constraints.Count == 0 ? [] : new[] { row >= answer.Checks.Count ? "not checked" : answer.Checks[row].Fresh.IsFeasible ? "kept" : "fail" },
            ]);
        }

        table.Write();
    }

    private void WriteSettings(Candidate candidate, IReadOnlyList<(double Lower, double Upper)> near)
    {
        var table = new TerminalTable("lever", "unit", ">base", ">best", ">as good", ">allowed");
        for (var lever = 0; lever < Text.Levers.Count; lever++)
        {
            var known = Text.Levers[lever];
            table.Add(
                known.Id, known.Unit, Figures.Level(known.Baseline, known.Unit), Figures.Level(candidate.Settings[lever], known.Unit),
                near.Count == 0 ? "-" : Figures.Interval(near[lever].Lower, near[lever].Upper, known.Unit), Figures.Interval(known.Lower, known.Upper, known.Unit));
        }

        foreach (var budget in Text.Budgets)
        {
            table.Add($"budget {budget.Id}", budget.Unit, Figures.Level(budget.Use(answer.Baseline.Settings), budget.Unit), Figures.Level(budget.Use(candidate.Settings), budget.Unit), "-", $"at most {Figures.Level(budget.AtMost, budget.Unit)}");
        }

        table.Write();
    }

    private void WriteConstraints(Candidate candidate, Candidate? fresh)
    {
        if (Text.Constraints.Count == 0)
        {
            return;
        }

        var table = new TerminalTable("constraint", "must be", ">in at least", ">base", ">best", ">new draws");
        for (var c = 0; c < Text.Constraints.Count; c++)
        {
            var (constraint, target) = (Text.Constraints[c], answer.Problem.Constraints[c]);
            table.Add(
                Named(target),
                $"{(constraint.IsUpper ? "below" : "above")} {Figures.WithUnit(constraint.Level, target.Unit)}{(constraint.IsChange ? " from base" : string.Empty)}",
                Figures.Percent(constraint.Probability), Figures.Percent(answer.Baseline.Shares[c]), Figures.Percent(candidate.Shares[c]),
                fresh is null ? "-" : Figures.Percent(fresh.Shares[c]));
        }

        table.Write();
    }

    private void AddGoal(TerminalTable table, string words, Candidate baseline, Candidate candidate, int goal)
    {
        var (summary, unit) = (Difference(baseline, candidate, goal), answer.Problem.Goals[goal].Unit);
        table.Add(
            words, unit, Figures.Level(Level(baseline, goal), unit), Figures.Level(Level(candidate, goal), unit), Figures.Difference(summary.Median, unit),
            Figures.Differences(summary.P05, summary.P95, unit), summary.Describe());
    }

    private object Goal(int goal)
    {
        var (text, target) = (Text.Goals[goal], answer.Problem.Goals[goal]);
        return new
        {
            Indicator = target.Name.ToString(),
            target.Unit,
            Period = target.Period.ToString(),
            Better = text.MoreIsBetter ? "more" : "less",
            Statistic = text.UsesMedian ? "median" : "mean",
            Base = Level(answer.Baseline, goal),
            Best = Level(Chosen, goal),
            Effect = Effect(answer.Baseline, Chosen, goal),
            Fresh = ChosenCheck is { } check ? Effect(check.Baseline, check.Fresh, goal) : null,
        };
    }

    private object Constraint(int constraint)
    {
        var (text, target) = (Text.Constraints[constraint], answer.Problem.Constraints[constraint]);
        return new
        {
            Constraint = text.Id,
            Indicator = target.Name.ToString(),
            target.Unit,
            Period = target.Period.ToString(),
            Must = text.IsUpper ? "below" : "above",
            text.Level,
            Of = text.IsChange ? "change" : "level",
            text.Probability,
            BaseShare = answer.Baseline.Shares[constraint],
            BestShare = Chosen.Shares[constraint],
            FreshShare = ChosenCheck?.Fresh.Shares[constraint],
        };
    }

    private object Trade(Candidate candidate, int row) => new
    {
        candidate.Settings,
        Goals = Text.Goals.Select((_, g) => Level(candidate, g)),
        Effects = Text.Goals.Select((_, g) => Effect(answer.Baseline, candidate, g)),
        ConstraintShares = candidate.Shares,
        KeepsWithFreshLuck = row < answer.Checks.Count ? answer.Checks[row].Fresh.IsFeasible : (bool?)null,
    };

    private static object Effect(Candidate baseline, Candidate candidate, int goal)
    {
        var summary = Difference(baseline, candidate, goal);
        return new { DifferenceMedian = summary.Median, summary.P05, summary.P95, summary.ShareSameSign, Verdict = summary.Verdict.Name() };
    }

    private double Level(Candidate candidate, int goal) => Text.Goals[goal].MoreIsBetter ? -candidate.Scores[goal] : candidate.Scores[goal];

    private static PairedSummary Difference(Candidate baseline, Candidate candidate, int goal) => PairedDifference.Between(baseline.Goals[goal], candidate.Goals[goal]);

    private string Named(PolicyTarget target) => _places.Measured(target.Name, target.Words);
}
