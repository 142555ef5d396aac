using System.Globalization;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>What was put in: clauses with their sizes, ranges and sources, changed parameters, what the world's figures rest on.</summary>
internal static class AssumptionsSection
{
    public static Html Write(ReportQuestion question) => Section.Of("assumptions", "Assumptions and sources", Html.Of(
        $"{question.Subjects.Select(s => OfSubject(s, question.Base))}{WorldFigures.Write(question.Subjects[0])}"));

    private static Html OfSubject(ReportedVariant subject, ReportedVariant? known)
    {
        if (subject.Scenario is not { } scenario)
        {
            return Html.Of($"<p>The world of <code>{subject.Name}</code> was not found, so its assumptions cannot be listed. Its scenario is under Provenance.</p>");
        }

        var clauses = ClauseChange.Of(scenario, known?.Scenario);
        var places = subject.Compiled is { } compiled ? new PlaceWords(compiled.Experiment.World) : null;
        var shared = clauses[false].ToArray();
        return Html.Of(
            $"""
            {Clauses($"Clauses {(known is null ? "of" : "that are added or changed by")} {subject.Title}", clauses[true], places)}
            {Agreements(clauses[true].Select(c => c.Instrument).Where(i => i.IsAgreement).DistinctBy(i => i.Id))}
            {Parameters(scenario, known?.Scenario)}
            {(shared.Length == 0 ? Html.Empty : Html.Of($"<details><summary>{shared.Length} clauses shared with the baseline</summary>{Clauses("Clauses shared with the baseline", shared, places)}</details>"))}
            """);
    }

    private static Html Clauses(string caption, IEnumerable<ClauseChange> clauses, PlaceWords? places)
    {
        var rows = clauses.Select(c => Html.Of(
            $"<tr><th scope=\"row\">{Name(c, places)}</th><td>{c.Clause.Lever.Meaning}</td><td class=\"number\">{Size(c.Clause.Size.Value)}</td><td>{c.Clause.Unit}</td><td class=\"number\">{Range(c.Clause)}</td><td>{Basis(c.Clause)}</td><td>{Dates(c.Clause)}</td><td>{Source(c)}</td></tr>\n")).ToArray();
        return rows.Length == 0
            ? Html.Empty
            : Section.Table(caption, ["clause", "changes", "size", "unit", "range", "basis", "in force", "source"], rows);
    }

    private static IEnumerable<Html> Agreements(IEnumerable<InstrumentText> agreements) => agreements.Select(a => Html.Of(
        $"<p>{a.Title}: signed {Month(a.SignedMonth)}{(double.IsFinite(a.Sunset) ? $", ends {Month(a.Sunset)}" : string.Empty)}. Source: {(a.Source.Length == 0 ? "none stated" : a.Source)}.</p>"));

    private static Html Parameters(ResolvedScenario scenario, ResolvedScenario? known)
    {
        var changed = scenario.Assumptions.Where(a => known?.Assumptions.TryGetValue(a.Key, out var same) != true || same != a.Value).ToArray();
        return changed.Length == 0
            ? Html.Empty
            : Section.Table("Assumptions about the world that the scenario sets", ["parameter", "value"], changed.Select(a => Html.Of($"<tr><th scope=\"row\">{a.Key}</th><td>{DistributionWords.Of(a.Value)}</td></tr>\n")));
    }

    private static string Name(ClauseChange change, PlaceWords? places)
    {
        var path = $"{change.Instrument.Id}/{change.Clause.Id}";
        return places?.Provision(path) ?? path;
    }

    private static string Size(Distribution size) => DistributionWords.Of(size);

    private static string Range(ProvisionText clause) => clause.Size.Range is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"{range[0]:#,0.####} to {range[1]:#,0.####}")
        : "none stated";

    private static string Basis(ProvisionText clause) => clause.IsAssumed ? "assumed" : clause.Size.Basis ?? (clause.Source.Length > 0 ? "published" : "not stated");

    private static string Dates(ProvisionText clause) =>
        Month(clause.From) + (double.IsFinite(clause.To) ? $" to {Month(clause.To)}" : " on");

    private static string Source(ClauseChange change) => new[] { change.Clause.Source, change.Clause.Size.Source, change.Instrument.Source }
        .FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? "none stated";

    private static string Month(double month) => double.IsFinite(month) ? CalendarMonth.Spell((int)Math.Floor(month)) : "the start";
}
