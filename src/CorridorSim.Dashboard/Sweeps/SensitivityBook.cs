using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Dashboard.Shared.Shell;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>How much inputs matter, as a finished sweep found.</summary>
/// <param name="ByPath">Importance by path of the input, as ranked; greater matters more.</param>
/// <param name="Source">The sweep and the figure; null for none.</param>
public sealed record LeverInfluence(IReadOnlyDictionary<string, double> ByPath, string? Source)
{
    /// <summary>No sweep was kept.</summary>
    public static LeverInfluence None { get; } = new(new Dictionary<string, double>(), null);
}

/// <summary>Finds among the kept sweeps how much the inputs of a scenario matter.</summary>
/// <param name="sweeps">The sweeps.</param>
public sealed class SensitivityBook(SweepCatalogue sweeps)
{
    /// <summary>The influence in the newest finished sweep of a scenario that can rank its factors: on deaths, else on its first figure.</summary>
    /// <param name="scenario">Identifier of the scenario.</param>
    public LeverInfluence Of(string scenario) => sweeps.List()
        .Where(s => s.Manifest.Scenario == scenario && s.Manifest.IsFinished && s.Manifest.Design.Kind is not "one-at-a-time")
        .Select(s => Kept.Influences.Get((this, s.Manifest.Id, s.Manifest.ResultHash), () => Read(s)))
        .FirstOrDefault(i => i is not null) ?? LeverInfluence.None;

    private static LeverInfluence? Read(StoredSweep sweep)
    {
        try
        {
            var table = SweepTable.Read(sweep);
            var column = Math.Max(0, table.Columns.ToList().FindIndex(c => c.Name == Indicators.Deaths && c.Period == table.WholePeriod));
            var ranked = new SensitivityStudy(table).Rank(column);
            return new LeverInfluence(
                ranked.Factors.DistinctBy(f => ScenarioPath.OfInput(f.Factor.Path)).ToDictionary(f => ScenarioPath.OfInput(f.Factor.Path), f => f.Importance),
                $"{table.Columns[column].Indicator} in {sweep.Manifest.Title}");
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            // A design that ranks nothing, or a damaged table: the page of the sweep says so.
            return null;
        }
    }
}
