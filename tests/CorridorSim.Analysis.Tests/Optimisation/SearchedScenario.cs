using CorridorSim.Analysis.Optimisation;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Analysis.Tests.Optimisation;

/// <summary>Searches in the shipped arrangement over few months and replicates, so that they can be enumerated as well.</summary>
internal static class SearchedScenario
{
    public const string OneGoal = """
        levers:
          referrals: { path: agreements.us-panama.referrals.places-per-month, range: [0, 800], step: 200 }
          protection: { path: agreements.us-panama.protection.places-per-month, range: [0, 800], step: 200 }
          safe-transit: { path: agreements.us-panama.safe-transit.factor, range: [0.4, 1.0], step: 0.2 }
        budgets:
          places: { at-most: 800, weights: { referrals: 1, protection: 1, safe-transit: { per-unit: -1000, from: 1 } } }
        goals:
          deaths: { better: less }
        constraints:
          darien: { indicator: "irregular-entries:COL>PAN", of: change, below: 20, probability: 0.75 }

        """;

    /// <summary>Writes a file and reads it.</summary>
    public static (PolicyProblem? Problem, DiagnosticBag Bag) Read(string body, string search, string to = "2023-03")
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim-optimise-").FullName;
        try
        {
            var file = Path.Combine(folder, "small.optimise.yaml");
            var scenario = Path.Combine(Repository.Scenarios, "us-panama-2022.yaml").Replace('\\', '/');
            File.WriteAllText(file, $"corridorsim: 1\nid: small\nbase: {scenario}\nreplicates: 4\n{body}{search}");
            var bag = new DiagnosticBag();
            var text = OptimiseFile.Read(file, [$"horizon.to={to}"], bag);
            return (text is null ? null : PolicyProblem.Of(text, bag), bag);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Searches.</summary>
    public static async Task<OptimisationAnswer> SearchAsync(string body, string search, IProgress<SearchProgress>? progress = null, long brokenLane = -1, string to = "2023-03")
    {
        var (problem, bag) = Read(body, search, to);
        Assert.Empty(bag.Sorted.Select(d => d.ToString()));
        var study = new OptimisationStudy(problem!, new Runner(new LoopEngine(brokenLane)), new RunnerOptions { BlockSize = 64 }, progress);
        return await study.SearchAsync(TestContext.Current.CancellationToken);
    }
}
