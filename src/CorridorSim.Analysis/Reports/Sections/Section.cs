using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Pieces that several sections share.</summary>
internal static class Section
{
    /// <summary>A section with its heading.</summary>
    public static Html Of(string id, string heading, Html content) => Html.Of(
        $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{heading}</h2>
        {content}
        </section>
        """);

    /// <summary>A verdict that is seen and read.</summary>
    public static Html Badge(Verdict verdict) => Html.Of($"<span class=\"badge {Class(verdict)}\">{verdict.InWords()}</span>");

    /// <summary>A table that scrolls by itself on narrow screens.</summary>
    public static Html Table(string caption, IEnumerable<string> headings, IEnumerable<Html> rows) => Html.Of(
        $"""
        <div class="wide" role="region" aria-label="{caption}" tabindex="0"><table>
        <caption>{caption}</caption>
        <thead><tr>{headings.Select(h => Html.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead>
        <tbody>
        {rows}
        </tbody></table></div>
        """);

    /// <summary>A cell with a number: shown rounded, kept in full.</summary>
    public static Html Number(double value, string text) => Html.Of($"<td class=\"number\" data-value=\"{value}\">{text}</td>");

    private static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        Verdict.ExactlyZero => "zero",
        _ => "unsure",
    };
}
