using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>Layers on top of each other, month by month: what a total is made of.</summary>
internal static class MixChart
{
    /// <summary>The chart as SVG.</summary>
    /// <param name="id">Identifier, unique in the page.</param>
    /// <param name="title">Title for people who hear the page.</param>
    /// <param name="description">What is to be seen, in a sentence.</param>
    /// <param name="firstMonth">First month.</param>
    /// <param name="layers">Layers from below.</param>
    /// <param name="greatest">Greatest value of the axis, so that two charts can be compared.</param>
    /// <param name="lastFitted">Last month of the fit, after which months are shaded; null for no shade.</param>
    public static Html Draw(string id, string title, string description, int firstMonth, IReadOnlyList<MixLayer> layers, double greatest, int? lastFitted = null)
    {
        var months = layers[0].Monthly.Length;
        var frame = new ChartFrame(firstMonth, months, "persons", [greatest]);
        var below = new double[months];
        var areas = new List<Html>();
        foreach (var layer in layers)
        {
            double[] above = [.. below.Zip(layer.Monthly, (b, v) => b + v)];
            areas.Add(Html.Of($"<path class=\"layer {layer.Color}\" d=\"{SvgPath.Between(frame, below, above)}\"/>"));
            below = above;
        }

        return SvgImage.Of(id, title, description, Html.Of($"{frame.Shade(lastFitted)}{areas}{frame.Grid([])}"));
    }
}

/// <summary>One layer of a <see cref="MixChart"/>.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Class of its colour in the style sheet.</param>
/// <param name="Monthly">Values, none below 0.</param>
public sealed record MixLayer(string Name, string Color, double[] Monthly);
