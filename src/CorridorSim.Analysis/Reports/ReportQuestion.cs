using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Suites;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Reports;

/// <summary>What a report is about: one or more variants, held against a base where there is one.</summary>
/// <param name="Base">The base, or null when the only run has no parent.</param>
/// <param name="Subjects">What is reported, at least one.</param>
/// <param name="Command">The command line that makes the report again.</param>
public sealed record ReportQuestion(ReportedVariant? Base, IReadOnlyList<ReportedVariant> Subjects, string Command)
{
    /// <summary>
    /// Asks with the usual base: one run is held against its parent; several with a parent of one name against that parent, and
    /// else the later ones against the first.
    /// </summary>
    public static ReportQuestion Of(IReadOnlyList<ReportedVariant> variants, string command)
    {
        ArgumentNullException.ThrowIfNull(variants);
        string?[] parents = [.. variants.Select(v => v.Run.Manifest.Variants.ElementAtOrDefault(1)).Distinct()];
        var parent = parents is [{ } name] && variants.All(v => v.Name != name) ? variants[0].Sibling(name) : null;
        return parent is not null || variants.Count == 1
            ? new ReportQuestion(parent, variants, command)
            : new ReportQuestion(variants[0], [.. variants.Skip(1)], command);
    }

    /// <summary>Options with which commands find the runs of the report; none when they lie in the usual folder.</summary>
    public IReadOnlyList<string> StoreOptions { get; init; } = [];

    /// <summary>Options with which commands find the worlds of the report; none when they lie in the usual folders.</summary>
    public IReadOnlyList<string> WorldOptions { get; init; } = [];

    /// <summary>A suite of natural experiments that the report tells of; null for none.</summary>
    public ReportedSuite? Suite { get; init; }

    /// <summary>Most indicators that a report shows besides those of the headline: each is two charts with a table.</summary>
    public const int MostIndicators = 40;

    /// <summary>Indicators that the report shows besides those of the headline.</summary>
    public IReadOnlyList<IndicatorName> Indicators { get; init; } = [];

    /// <summary>Names of the places of the world; null when it is no longer there.</summary>
    public PlaceWords? Places { get; } = Subjects[0].Compiled is { } compiled ? new PlaceWords(compiled.Experiment.World) : null;

    /// <summary>What a variant is called in tables and legends: baseline, scenario, or its name where there are several; its run where two have one name.</summary>
    public string LabelOf(ReportedVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return variant == Base ? "baseline"
            : Subjects.Count == 1 && Base is not null ? "scenario"
            : Subjects.Count(s => s.Name == variant.Name) > 1 ? variant.Run.Manifest.Id
            : variant.Name;
    }

    /// <summary>What an indicator is called.</summary>
    public string WordsOf(HeadlineIndicator indicator) => Places?.Indicator(indicator) ?? indicator?.Words ?? string.Empty;

    /// <summary>Each subject beside the base; empty without a base.</summary>
    public IReadOnlyList<Comparison> Comparisons => Base is null ? [] : [.. Subjects.Select(s => new Comparison(Base.Ensemble, s.Ensemble))];

    /// <summary>Why subjects cannot be compared, in one line; null when they can.</summary>
    public string? Obstacle => Comparisons.Select(c => c.Obstacle).FirstOrDefault(o => o is not null);
}

/// <summary>A suite of natural experiments with what it found.</summary>
/// <param name="Plan">The suite.</param>
/// <param name="Report">What it found.</param>
/// <param name="Replicates">Replicates of each forecast.</param>
public sealed record ReportedSuite(SuitePlan Plan, SuiteReport Report, int Replicates);
