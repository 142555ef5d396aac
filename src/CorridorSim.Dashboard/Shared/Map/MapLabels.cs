namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>Places names beside their countries so that no two touch: the busiest country chooses first, and a name that fits nowhere is left out.</summary>
internal static class MapLabels
{
    private const double LetterWidth = 6.9;
    private const double LineHeight = 14;

    public static IReadOnlyList<PlacedLabel> Place(IReadOnlyList<PlacedNode> nodes, double width, double height, IReadOnlyList<(double X, double Y)> flows, (double Right, double Top) key)
    {
        var taken = nodes.Select(n => new Box(n.X - n.Radius, n.Y - n.Radius, n.X + n.Radius, n.Y + n.Radius)).Append(new Box(0, key.Top, key.Right, height)).ToList();
        var labels = new List<PlacedLabel>();
        foreach (var node in nodes.OrderByDescending(n => n.TakesPart).ThenByDescending(n => Math.Abs(n.People)).ThenBy(n => n.Node.Code, StringComparer.Ordinal))
        {
            // Full name where there is room for it, else the code.
            foreach (var text in new[] { node.Node.Name, node.Node.Code }.Where(t => t.Length <= 20))
            {
                if (Fit(node, text, taken, width, height, flows) is { } fit)
                {
                    taken.Add(fit.Box);
                    labels.Add(fit.Label);
                    break;
                }
            }
        }

        return labels;
    }

    private static (PlacedLabel Label, Box Box)? Fit(
        PlacedNode node, string text, List<Box> taken, double width, double height, IReadOnlyList<(double X, double Y)> flows)
    {
        var length = (text.Length * LetterWidth) + 4;
        var gap = node.Radius + 5;
        (PlacedLabel Label, Box Box)[] candidates =
        [
            At(node.X + gap, node.Y + 4, "start"), At(node.X - gap, node.Y + 4, "end"),
            At(node.X, node.Y - gap, "middle"), At(node.X, node.Y + gap + 10, "middle"),
            At(node.X + (gap * 0.8), node.Y - (gap * 0.7), "start"), At(node.X - (gap * 0.8), node.Y - (gap * 0.7), "end"),
            At(node.X + (gap * 0.8), node.Y + (gap * 0.7) + 8, "start"), At(node.X - (gap * 0.8), node.Y + (gap * 0.7) + 8, "end"),
        ];
        var free = candidates.Where(c => c.Box.IsInside(width, height) && taken.TrueForAll(t => !t.Touches(c.Box))).ToArray();
        return free.Length == 0 ? null : free.MinBy(c => flows.Count(c.Box.Holds));

        (PlacedLabel Label, Box Box) At(double x, double y, string anchor)
        {
            var left = anchor switch { "start" => x, "end" => x - length, _ => x - (length / 2) };
            return (new PlacedLabel(text, x, y, anchor), new Box(left, y - LineHeight + 2, left + length, y + 3));
        }
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsInside(double width, double height) => Left > 2 && Top > 2 && Right < width - 2 && Bottom < height - 2;

        public bool Holds((double X, double Y) point) => point.X > Left - 4 && point.X < Right + 4 && point.Y > Top - 4 && point.Y < Bottom + 4;
    }
}

/// <summary>A label where it is drawn.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Where the text is anchored.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Anchor">start, middle or end.</param>
public sealed record PlacedLabel(string Text, double X, double Y, string Anchor);
