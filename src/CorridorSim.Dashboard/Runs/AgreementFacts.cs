using System.Text.RegularExpressions;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Runs;

/// <summary>What became of the agreements of a scenario, and which effects are an assumed size of theirs and nothing else.</summary>
/// <param name="Agreements">Title and status of each.</param>
/// <param name="Direct">Effects that are their own assumption.</param>
public sealed partial record AgreementFacts(IReadOnlyList<(string Title, AgreementStatus Status)> Agreements, IReadOnlyList<DirectSize> Direct)
{
    /// <summary>Names of the places of its world.</summary>
    public required PlaceWords Places { get; init; }

    /// <summary>A text with what series and provisions are called in place of their identifiers.</summary>
    public string Told(string text) => Series().Replace(Direct.Aggregate(text, (told, d) => told.Replace(d.Provision, Provision(d.Provision), StringComparison.Ordinal)), match => Named(match.Groups[1].Value));

    /// <summary>What a provision is called: the words of its identifier.</summary>
    /// <param name="id">Identifier, with or without that of its agreement before a slash.</param>
    public static string Provision(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id[(id.LastIndexOf('/') + 1)..].Replace('-', ' ');
    }

    /// <summary>The facts of a scenario beside its baseline.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="baseline">The baseline; null where there is none.</param>
    /// <param name="scenario">What was simulated of the scenario.</param>
    public static AgreementFacts Of(CompiledScenario compiled, IEnsemble? baseline, IEnsemble scenario)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var status = new StatusReader(scenario, baseline, compiled.Experiment.World).Read();
        return new AgreementFacts(
            [.. status.Select(s => (compiled.Scenario.Instruments.Concat(compiled.Parent?.Instruments ?? []).FirstOrDefault(i => i.Id == s.Instrument)?.Title ?? s.Instrument, s))],
            baseline is null ? [] : DirectSize.Of(compiled.Experiment, baseline, scenario, status))
        {
            Places = new PlaceWords(compiled.Experiment.World),
        };
    }

    private string Named(string series) => IndicatorName.Parse(series) is { Where: { } where } name ? $"{name.Row.Heading.ToLowerInvariant()}, {Places.Place(where)}" : series;

    /// <summary>A series with its place, and all nationalities together where that is said.</summary>
    [GeneratedRegex(@"(?<![\w/])([a-z][a-z-]*:[A-Za-z][A-Za-z0-9>:-]*)(/ALL)?")]
    private static partial Regex Series();
}
