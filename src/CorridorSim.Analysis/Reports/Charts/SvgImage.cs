using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>An SVG image in the page, with the title and description that screen readers say.</summary>
internal static class SvgImage
{
    public static Html Of(string id, string title, string description, Html content) => Html.Of(
        $"""
        <svg role="img" viewBox="0 0 {ChartFrame.Width} {ChartFrame.Height}" aria-labelledby="{id}-title {id}-desc">
        <title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>
        {content}
        </svg>
        """);
}
