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
            $"{(question.Subjects.Count > 1 ? Html.Of($"<h3>{subject.Title}</h3>") : Html.Empty)}{Block(Findings(comparison), known.Name)}"));
        var unpublished = question.Subjects.SelectMany(s => CaveatsSection.Unpublished(s, known)).Select(words => Html.Of($"<li>{words}</li>")).ToArray();
        return Section.Of("findings", "Findings", Html.Of(
            $"{(unpublished.Length == 0 ? Html.Empty : Html.Of($"<ul class=\"caveats\">{unpublished}</ul>"))}{blocks}{Legend()}"));
    }

    /// <summary>Effects on the headline, in its order.</summary>
    public static IReadOnlyList<Finding> Findings(Comparison comparison) =>
        [.. comparison.Headline.Select(h => new Finding(h, comparison.On(h.Name, words: h.Words)))];

    private static Html Block(IReadOnlyList<Finding> findings, string baseName)
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
            {(told.Length == 0 ? Html.Of($"<p>Nothing changes by an amount that matters.</p>") : Items(shown.Take(first), baseName))}
            {(shown.Length > first ? Html.Of($"<details><summary>{shown.Length - first} more on single channels</summary>{Items(shown.Skip(first), baseName)}</details>") : Html.Empty)}
            {Gathered("Channels with next to no effect (the whole interval is below 0.1 % of the level, or below half a person)", findings, FindingKind.Tiny)}
            {Gathered("Exactly the same in every replicate", findings, FindingKind.Unchanged)}
            """);
    }

    private static Html Items(IEnumerable<Finding> findings, string baseName) => Html.Of(
        $"<ul class=\"findings\">{findings.Select(f => Html.Of($"<li>{Section.Badge(f.Effect.Summary.Verdict)} {f.Sentence(baseName)}</li>\n"))}</ul>");

    private static Html Gathered(string words, IReadOnlyList<Finding> findings, FindingKind kind)
    {
        var names = findings.Where(f => f.Kind == kind).Select(f => f.Indicator.Words).ToArray();
        return names.Length == 0 ? Html.Empty : Html.Of($"<p class=\"gathered\"><strong>{words}:</strong> {string.Join(", ", names)}.</p>");
    }

    private static Html Legend() => Html.Of(
        $"""
        <p class="note">{Section.Badge(Verdict.Clear)} 90 % of the replicates and the mean lie on one side of zero.
        {Section.Badge(Verdict.Leaning)} at least four in five replicates agree on the sign.
        {Section.Badge(Verdict.CannotTell)} the replicates do not settle the sign.
        {Section.Badge(Verdict.ExactlyZero)} no difference in any replicate.
        The verdict is about the sign within the model; it says nothing about whether the model is right.</p>
        """);

    private static int Rank(Verdict verdict) => verdict switch { Verdict.Clear => 0, Verdict.Leaning => 1, _ => 2 };
}
