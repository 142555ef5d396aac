using CorridorSim.Analysis.Optimisation;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class OptimisationStudyTests
{
    private const string All = "search: { method: enumerate, population: 100, check-replicates: 0 }";

    private static readonly Lazy<Task<OptimisationAnswer>> Enumerated = new(() => SearchedScenario.SearchAsync(SearchedScenario.OneGoal, All));

    [Fact]
    public async Task Adaptation_finds_the_best_of_all_combinations()
    {
        var all = await Enumerated.Value;

        var found = await SearchedScenario.SearchAsync(
            SearchedScenario.OneGoal, "search: { method: cma-es, population: 20, generations: 20, check-replicates: 4 }");

        Assert.True(found.Evaluated <= all.Evaluated);
        Assert.Equal(all.Best[0].Settings, found.Best[0].Settings);
        Assert.Equal(all.Best[0].Scores[0], found.Best[0].Scores[0]);
        Assert.Single(found.Checks);
        Assert.NotEqual(found.Baseline.Scores[0], found.Checks[0].Baseline.Scores[0]);
    }

    [Fact]
    public async Task Best_of_all_combinations_is_the_least_that_keeps_constraint_and_budget()
    {
        var all = await Enumerated.Value;

        var best = all.Best[0];
        Assert.True(all.Problem.Space.Allows(best.Settings));
        Assert.True(best.Shares[0] >= 0.75);
        // The base may spend more than the budget, or not keep the constraint, and be better for it.
        Assert.True(best.Scores[0] < all.Baseline.Scores[0] || !all.Problem.Space.Allows(all.Baseline.Settings));
        Assert.Equal(all.Problem.Space.All().Count(), all.Course[^1].Evaluated - (all.Problem.Space.All().Any(s => s.SequenceEqual(all.Baseline.Settings)) ? 0 : 1));
        Assert.All(all.NearBest.Zip(best.Settings), p => Assert.InRange(p.Second, p.First.Lower, p.First.Upper));
    }

    [Fact]
    public async Task Front_of_two_goals_is_that_of_all_combinations()
    {
        var goals = SearchedScenario.OneGoal.Replace("deaths: { better: less }", "deaths: { better: less }\n  admissions:usa-resettlement: { better: more }", StringComparison.Ordinal);

        var all = await SearchedScenario.SearchAsync(goals, All);
        var found = await SearchedScenario.SearchAsync(goals, "search: { method: nsga-ii, population: 20, generations: 8, check-replicates: 0 }");

        Assert.True(all.Best.Count > 1);
        Assert.Equal(Settings(all), Settings(found));

        static string[] Settings(OptimisationAnswer answer) => [.. answer.Best.Select(c => string.Join(' ', c.Settings)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_constraint_that_nothing_keeps_leaves_no_best_and_names_the_nearest()
    {
        var strict = SearchedScenario.OneGoal.Replace("below: 20", "below: -1000000", StringComparison.Ordinal);

        var answer = await SearchedScenario.SearchAsync(strict, "search: { population: 8, generations: 2, check-replicates: 4 }");

        Assert.Empty(answer.Best);
        Assert.Empty(answer.Checks);
        Assert.True(answer.Nearest.Violation > 0);
    }

    [Fact]
    public async Task A_goal_that_is_the_wait_of_nobody_is_reached_by_no_candidate()
    {
        var waits = SearchedScenario.OneGoal.Replace("deaths: { better: less }", "wait:usa-parole: { better: less }", StringComparison.Ordinal);

        var answer = await SearchedScenario.SearchAsync(waits, "search: { population: 4, generations: 1, check-replicates: 0 }", to: "2021-02");

        Assert.Empty(answer.Best);
        Assert.True(answer.Nearest.Violation >= 1);
        Assert.False(answer.Nearest.HasFailed);
    }

    [Fact]
    public async Task A_search_can_be_stopped_between_generations()
    {
        using var stop = new CancellationTokenSource();
        var (problem, _) = SearchedScenario.Read(SearchedScenario.OneGoal, "search: { population: 6, generations: 50, check-replicates: 0 }");
        var progress = new StopAfterFirst(stop);
        var study = new OptimisationStudy(problem!, new Runs.Running.Runner(new LoopEngine()), new Runs.Running.RunnerOptions(), progress);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.SearchAsync(stop.Token));

        Assert.Equal(1, progress.Reports);
    }

    [Fact]
    public async Task What_is_emitted_is_a_valid_scenario_with_the_best_settings()
    {
        var answer = await Enumerated.Value;
        var text = answer.Problem.Text;
        using var folder = new ScenarioFolder();
        var target = Path.Combine(folder.Path, "emitted.yaml");
        await File.WriteAllTextAsync(target, EmittedScenario.Write(text, answer.Best[0].Settings, ScenarioDraft.Extends(target, Path.Combine(folder.Path, Path.GetFileName(text.BasePath)))!, "best"), TestContext.Current.CancellationToken);
        var bag = new DiagnosticBag();
        var scenario = CompiledScenario.Load(target, [], bag);

        Assert.Empty(bag.Sorted);
        for (var lever = 0; lever < text.Levers.Count; lever++)
        {
            Assert.True(scenario!.World.Slots.TryFind(text.Levers[lever].Path, out var slot));
            var stated = scenario.Experiment.Variants[0].Settings.Where(s => s.Slot == slot).Select(s => s.Value).DefaultIfEmpty(scenario.World.Slots[slot].Value).First();
            Assert.Equal(answer.Best[0].Settings[lever], stated.Central);
        }
    }

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<SearchProgress>
    {
        public int Reports { get; private set; }

        public void Report(SearchProgress value)
        {
            Reports++;
            stop.Cancel();
        }
    }
}
