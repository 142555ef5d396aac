using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>The record in legends: observed months as points, months after the fit as shade.</summary>
internal static class RecordWords
{
    /// <summary>Entry of what was observed.</summary>
    public static Html Observed => Html.Of($"<span><i class=\"dot\"></i>observed</span> ");

    /// <summary>Entry of the shade; empty when no month is shaded.</summary>
    /// <param name="lastFitted">Last month of the fit; null when there was none.</param>
    /// <param name="last">Last month of the chart.</param>
    public static Html Shade(int? lastFitted, int last) => lastFitted is { } fitted && fitted < last
        ? Html.Of($"<span><i class=\"swatch unfitted\"></i>after the fit (from {CalendarMonth.Spell(fitted + 1)}): not tested</span> ")
        : Html.Empty;

    /// <summary>Last month that the world of a variant was fitted to.</summary>
    public static int? LastFitted(ReportedVariant variant) => variant.Record?.LastFitted;
}
