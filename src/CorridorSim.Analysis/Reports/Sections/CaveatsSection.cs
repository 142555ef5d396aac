using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>What the numbers do not say.</summary>
internal static class CaveatsSection
{
    /// <summary>What intervals hold, and what they do not.</summary>
    public const string Intervals = "The intervals cover the parameters and shocks that are drawn at random. They do not cover what the model leaves out, so the true uncertainty is wider.";

    public static Html Write(ReportQuestion question)
    {
        ReportedVariant[] variants = [.. question.Subjects, .. question.Base is null ? [] : new[] { question.Base }];
        string[] caveats =
        [
            .. question.Subjects.SelectMany(s => Unpublished(s, question.Base)),
            .. variants.Select(Calibration).Distinct(),
            Intervals,
            "Encounters are events, not people: repeat attempts are counted each time.",
            .. variants.DistinctBy(v => v.Run.Manifest.Id).SelectMany(Failures),
            .. variants.DistinctBy(v => v.Run.Manifest.Id).Where(v => v.Compiled is not null && !v.IsUnchanged).Select(v =>
                $"The world or the file format has changed since run {v.Run.Manifest.Id} was created. The assumptions and sources above are the current ones."),
        ];
        return Section.Of("caveats", "Caveats", Html.Of($"<ul class=\"caveats\">{caveats.Select(c => Html.Of($"<li>{c}</li>"))}</ul>"));
    }

    /// <summary>Agreements without any published size.</summary>
    public static IEnumerable<string> Unpublished(ReportedVariant subject, ReportedVariant? known) => subject.Scenario is not { } scenario
        ? []
        : ClauseChange.Of(scenario, known?.Scenario)[true].Select(c => c.Instrument).DistinctBy(i => i.Id)
            .Where(i => i.IsAgreement && i.Provisions.All(p => p.IsAssumed))
            .Select(i => UnpublishedSizes.Of([i.Title]));

    private static string Calibration(ReportedVariant variant) => (variant.Scenario ?? variant.Compiled?.Scenario) is { } scenario
        ? FitNote.For(scenario, variant.Ensemble.FirstMonth + variant.Ensemble.Months - 1)
        : "The world was not found, so it cannot be said what data its parameters rest on.";

    private static IEnumerable<string> Failures(ReportedVariant variant)
    {
        var failures = variant.Run.Manifest.Failures;
        if (failures.Count > 0)
        {
            yield return $"{failures.Count} of {variant.Run.Manifest.Lanes} simulations of run {variant.Run.Manifest.Id} failed and are not included. The first failed in {failures[0].Participant}: {failures[0].Reason}";
        }
    }
}
