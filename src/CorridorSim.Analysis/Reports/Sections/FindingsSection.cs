using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>The effects in sentences, the sure ones first.</summary>
internal static class FindingsSection
{
    private const int MostOnChannels = 5;

    public static Html Write(ReportQuestion question)
    {
        if (question.Base is not { } known)
        {
            return Html.Empty;
        }

        var blocks = question.Comparisons.Zip(question.Subjects, (comparison, subject) => Html.Of(
            $"{(question.Subjects.Count > 1 ? Html.Of($"<h3>{subject.Title}</h3>") : Html.Empty)}{Block(Findings(question, comparison))}"));
        var unpublished = question.Subjects.SelectMany(s => CaveatsSection.Unpublished(s, known)).Select(words => Html.Of($"<li>{words}</li>")).ToArray();
        return Section.Of("findings", "Findings", Html.Of(
            $"{(unpublished.Length == 0 ? Html.Empty : Html.Of($"<ul class=\"caveats\">{unpublished}</ul>"))}{blocks}{Legend()}"));
    }

    /// <summary>Effects on the headline, in its order.</summary>
    public static IReadOnlyList<Finding> Findings(ReportQuestion question, Comparison comparison) =>
        [.. comparison.Headline.Select(h => FindingOn(question, comparison, h))];

    /// <summary>The effect on one indicator.</summary>
    public static Finding FindingOn(ReportQuestion question, Comparison comparison, HeadlineIndicator indicator)
    {
        var words = question.WordsOf(indicator);
        return new Finding(indicator with { Words = words }, comparison.On(indicator.Name, words: words)) { Places = question.Places };
    }

    private static Html Block(IReadOnlyList<Finding> findings)
    {
        var told = findings.Where(f => f.Kind == FindingKind.Told).ToArray();
        Finding[] shown =
        [
            .. told.Where(f => !f.IsOfChannel).OrderBy(f => Rank(f.Effect.Summary.Verdict)),
            .. told.Where(f => f.IsOfChannel).OrderBy(f => Rank(f.Effect.Summary.Verdict)).ThenByDescending(f => Math.Abs(f.Relative)),
        ];
        var first = told.Count(f => !f.IsOfChannel) + MostOnChannels;
        return Html.Of(
            $"""
            {(told.Length == 0 ? Html.Of($"<p>No effect above 0.1% of the baseline.</p>") : Items(shown.Take(first)))}
            {(shown.Length > first ? Html.Of($"<details><summary>{shown.Length - first} more for single channels</summary>{Items(shown.Skip(first))}</details>") : Html.Empty)}
            {Gathered("Channels with a negligible effect (the whole interval is within 0.1% of the baseline, or within half a person)", findings, FindingKind.Tiny)}
            {Gathered("No change in any simulation", findings, FindingKind.Unchanged)}
            {findings.Where(f => f.Kind == FindingKind.Undefined).GroupBy(f => f.Effect.Gap).Select(g => Gathered($"No comparison ({g.Key})", [.. g], FindingKind.Undefined))}
            """);
    }

    private static Html Items(IEnumerable<Finding> findings) => Html.Of(
        $"<ul class=\"findings\">{findings.Select(f => Html.Of($"<li>{Section.Badge(f.Effect)} {f.Sentence()}</li>\n"))}</ul>");

    private static Html Gathered(string words, IReadOnlyList<Finding> findings, FindingKind kind)
    {
        var names = findings.Where(f => f.Kind == kind).Select(f => f.Indicator.Words).ToArray();
        return names.Length == 0 ? Html.Empty : Html.Of($"<p class=\"gathered\"><strong>{words}:</strong> {string.Join(", ", names)}.</p>");
    }

    private static Html Legend() => Html.Of(
        $"""
        <p class="note">{Section.Badge(Verdict.Clear, "clear increase")} the 90% interval and the mean are on the same side of zero.
        {Section.Badge(Verdict.Leaning, "likely increase")} at least 8 in 10 simulations agree on the direction.
        {Section.Badge(Verdict.OneSided, "increase or no change")} no simulation goes the other way, but more than a fifth show no change.
        {Section.Badge(Verdict.CannotTell, "direction unclear")} the simulations disagree, or too few of them show any change.
        {Section.Badge(Verdict.ExactlyZero, "no change")} the same in every simulation. <em>Under 0.1%</em> is said where the whole 90% interval lies within 0.1% of the baseline, not only the median.
        These labels describe the direction of the effect in the model. They do not say whether the model is right.</p>
        """);

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Clear => 0, Verdict.Leaning => 1, Verdict.OneSided => 2, _ => 3 };
}
