using System.Globalization;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Runs.Commands;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Where the numbers come from and how to make them again.</summary>
internal static class ProvenanceSection
{
    public static Html Write(ReportQuestion question)
    {
        ReportedVariant[] variants = [.. question.Subjects.Concat(question.Base is null ? [] : [question.Base]).DistinctBy(v => v.Run.Manifest.Id)];
        return Section.Of("provenance", "Provenance", Html.Of(
            $"""
            <p>To write this report again:</p><pre><code>{question.Command}</code></pre>
            <p>To check its numbers and export them:</p><pre><code>{string.Join("\n", variants.SelectMany(v => Commands(question, v.Run.Manifest.Id)))}</code></pre>
            {variants.Select(OfRun)}
            """));
    }

    private static IEnumerable<string> Commands(ReportQuestion question, string run) =>
    [
        ShellText.Command(["verify", run, .. question.StoreOptions, .. question.WorldOptions]),
        ShellText.Command(["export", run, "--out", $"{run}.csv", .. question.StoreOptions]),
    ];

    private static Html OfRun(ReportedVariant variant)
    {
        var manifest = variant.Run.Manifest;
        (string Name, string Value)[] facts =
        [
            ("run", manifest.Id),
            ("name", manifest.Name ?? "none"),
            ("scenario", manifest.Scenario),
            ("scenario hash", manifest.ScenarioHash),
            ("result hash", manifest.ResultHash),
            ("scenarios", string.Join(", ", manifest.Variants)),
            ("simulations", manifest.Replicates.ToString(CultureInfo.InvariantCulture)),
            ("seed", manifest.Seed.ToString(CultureInfo.InvariantCulture)),
            ("months", string.Create(CultureInfo.InvariantCulture, $"{manifest.Months} from {manifest.From}")),
            ("status", manifest.Status),
            ("largest relative error in the count of people", manifest.LedgerError.ToString("0.#e+0", CultureInfo.InvariantCulture)),
            ("created", manifest.Created.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
            ("version", manifest.Version),
        ];
        return Html.Of(
            $"""
            <table class="facts"><caption>Run {manifest.Id}</caption><tbody>
            {facts.Select(f => Html.Of($"<tr><th scope=\"row\">{f.Name}</th><td>{f.Value}</td></tr>\n"))}</tbody></table>
            <details><summary>The scenario in full, with everything it inherits</summary><pre><code>{variant.Run.ReadScenario()}</code></pre></details>
            """);
    }
}
