using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>Medians with bands of 50 % and 90 % of the replicates, month by month.</summary>
internal static class FanChart
{
    /// <summary>The chart as SVG.</summary>
    /// <param name="id">Identifier, unique in the page.</param>
    /// <param name="title">Title for people who hear the page.</param>
    /// <param name="description">What is to be seen, in a sentence.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="firstMonth">First month.</param>
    /// <param name="lines">What is drawn, the first below the others.</param>
    /// <param name="marks">Dates to mark.</param>
    /// <param name="lastFitted">Last month of the fit, after which months are shaded; null for no shade.</param>
    /// <param name="observed">What was observed, from the first month on; null for nothing.</param>
    public static Html Draw(
        string id, string title, string description, string unit, int firstMonth, IReadOnlyList<ChartLine> lines, IReadOnlyList<ChartMark> marks,
        int? lastFitted = null, double[]? observed = null)
    {
        var frame = new ChartFrame(firstMonth, lines.Max(l => l.Fan.Median.Length), unit, lines.SelectMany(l => l.Fan.P05.Concat(l.Fan.P95)).Concat(observed ?? []));
        var points = (observed ?? []).Index().Where(o => double.IsFinite(o.Item))
            .Select(o => Html.Of($"<circle class=\"observed\" cx=\"{frame.X(o.Index):0.#}\" cy=\"{frame.Y(o.Item):0.#}\" r=\"2.4\"/>"));
        return SvgImage.Of(id, title, description, Html.Of($"{frame.Shade(lastFitted)}{frame.Grid(marks)}{lines.Select((l, i) => Bands(frame, l, lines.Count == 1 || (i == 1 && lines is [{ Color: ChartLine.Base }, _])))}{lines.Select(l => Median(frame, l))}{points}"));
    }

    /// <summary>Bands within bands can be told apart for one ensemble only, with or without a base behind it.</summary>
    private static Html Bands(ChartFrame frame, ChartLine line, bool hasNarrow) => Html.Of(
        $"<path class=\"band {line.Color}\" d=\"{SvgPath.Between(frame, line.Fan.P05, line.Fan.P95)}\"/>{(hasNarrow ? Html.Of($"<path class=\"band narrow {line.Color}\" d=\"{SvgPath.Between(frame, line.Fan.P25, line.Fan.P75)}\"/>") : Html.Empty)}");

    private static Html Median(ChartFrame frame, ChartLine line) => Html.Of($"<path class=\"line {line.Color}\" d=\"{SvgPath.Along(frame, line.Fan.Median)}\"/>");
}

/// <summary>One ensemble in a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Class of its colour in the style sheet.</param>
/// <param name="Fan">Its quantiles.</param>
public sealed record ChartLine(string Name, string Color, Fan Fan)
{
    /// <summary>Colour of what others are compared with.</summary>
    public const string Base = "base";
}
