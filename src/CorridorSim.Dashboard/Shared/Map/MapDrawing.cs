using System.Globalization;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>The corridor map of one month as a drawing that needs no browser, for paper.</summary>
internal static class MapDrawing
{
    /// <summary>Draws a month.</summary>
    /// <param name="model">The map.</param>
    /// <param name="month">Place of the month.</param>
    public static Html Draw(MapModel model, int month)
    {
        var scene = new MapScene(model, month);
        var land = MapLand.Of(scene.Projection, [.. scene.Nodes.Where(n => n is { TakesPart: true, IsBeyond: false }).Select(n => (n.Node.Latitude, n.Node.Longitude))]);
        var (width, height) = (Number(MapScene.Width), Number(scene.Projection.Height));
        return Html.Of(
            $"""
            <svg viewBox="0 0 {width} {height}" role="img" aria-label="Map of the corridors, {Texts.Month(model.Months[month])}">
            <clipPath id="edge"><rect width="{width}" height="{height}"/></clipPath>
            <rect class="sea" width="{width}" height="{height}"/>
            <g clip-path="url(#edge)"><path class="graticule" d="{land.Net}"/><path class="land" d="{land.Rest}"/><path class="land taking" d="{land.Taking}"/></g>
            {scene.Flows.OrderByDescending(f => f.Width).Select(f => Flow(model, f))}
            {scene.Nodes.Select(Node)}
            {Key(model, scene)}
            <g class="names">{scene.Labels.Select(l => Html.Of($"<text x=\"{Number(l.X)}\" y=\"{Number(l.Y)}\" text-anchor=\"{l.Anchor}\">{l.Text}</text>"))}</g>
            </svg>
            """);
    }

    private static Html Flow(MapModel model, PlacedFlow flow)
    {
        var kind = model.IsDifference ? (flow.Value > 0 ? "wider" : "narrower") : flow.Flow.IsLegal ? "legal" : "irregular";
        var unsure = flow.IsSure ? string.Empty : " unsure";
        return Html.Of($"<path class=\"flow {kind}{unsure}\" d=\"{flow.Path}\" stroke-width=\"{Number(flow.Width)}\"><title>{flow.Flow.Words}</title></path><path class=\"arrow {kind}{unsure}\" d=\"{flow.Arrow}\"/>");
    }

    private static Html Node(PlacedNode node)
    {
        var r = node.Radius + 2;
        return node.IsBeyond
            ? Html.Of($"<path class=\"beyond\" d=\"M{Number(node.X - r)} {Number(node.Y)}L{Number(node.X)} {Number(node.Y - r)}L{Number(node.X + r)} {Number(node.Y)}L{Number(node.X)} {Number(node.Y + r)}Z\"/>")
            : Html.Of($"<g class=\"node{(node.TakesPart ? string.Empty : " quiet")}\"><circle cx=\"{Number(node.X)}\" cy=\"{Number(node.Y)}\" r=\"{Number(node.Radius)}\"/></g>");
    }

    private static Html Key(MapModel model, MapScene scene)
    {
        var rows = scene.WidthKey.Select((row, i) => Html.Of(
            $"<path class=\"flow {(model.IsDifference ? "wider" : "legal")}\" d=\"M18 {Number(scene.KeyTop + 32 + (20 * i))}H62\" stroke-width=\"{Number(row.Width)}\"/><text x=\"72\" y=\"{Number(scene.KeyTop + 36 + (20 * i))}\">{Numbers.Plain(row.Value)}</text>"));
        var head = model.IsDifference ? "difference a month: more, fewer (green)" : "people or events a month";
        return Html.Of(
            $"<g class=\"key\"><rect x=\"8\" y=\"{Number(scene.KeyTop)}\" width=\"{Number(MapScene.KeyWidth)}\" height=\"{Number(26 + (20 * scene.WidthKey.Count))}\" rx=\"5\"/><text x=\"18\" y=\"{Number(scene.KeyTop + 16)}\">{head}</text>{rows}</g>");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
