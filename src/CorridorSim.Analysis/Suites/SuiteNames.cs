using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Suites;

/// <summary>Names of what a suite measures, in place of codes.</summary>
/// <param name="plan">The suite.</param>
public sealed class SuiteNames(SuitePlan plan)
{
    private readonly Dictionary<string, (string Title, PlaceWords? Places)> _experiments = plan.Experiments.ToDictionary(
        e => e.Id, e => (e.Title, e.Scenario is { } scenario ? new PlaceWords(scenario.Experiment.World) : null));

    /// <summary>The measure; that nothing was signed in a month of comparison.</summary>
    public string Measure(SuiteRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsPlaceboMonth ? "Nothing was signed" : _experiments[row.Experiment].Title;
    }

    /// <summary>The series with its place and people, such as <c>Irregular entries, Turkey to Greece, by land: Afghanistan</c>.</summary>
    public string Series(SuiteRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var name = IndicatorName.Parse(row.Series.Name.Series) with { Nationality = row.Series.Name.Nationality };
        return _experiments[row.Experiment].Places?.SeriesOf(name) ?? name.ToString();
    }
}
