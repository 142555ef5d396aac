using CorridorSim.Analysis.Effects;
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

    /// <summary>A verdict on an effect that is seen and read.</summary>
    public static Html Badge(Effect effect) => Badge(effect.Summary.Verdict, effect.VerdictInWords);

    /// <summary>Words that look as a verdict does.</summary>
    public static Html Badge(Verdict verdict, string words) => Html.Of($"<span class=\"badge {Class(verdict)}\">{words}</span>");

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
        Verdict.Leaning or Verdict.OneSided => "leaning",
        Verdict.ExactlyZero or Verdict.Undefined => "zero",
        _ => "unsure",
    };
}
