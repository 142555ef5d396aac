using System.Globalization;

namespace CorridorSim.Dashboard.Pages.Flows;

/// <summary>Lays links out in three columns, origin to way to outcome; heights and widths stand for people.</summary>
public sealed class SankeyLayout
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 1000;

    /// <summary>Height of the drawing.</summary>
    public const double Height = 620;

    private const double NodeWidth = 14;
    private const double Gap = 9;
    private const double Top = 24;
    private const string Rest = "others";
    private static readonly double[] Columns = [205, 480, 780];

    private readonly Dictionary<(int Column, string Name), SankeyNode> _nodes = [];
    private readonly double _scale;

    /// <summary>Lays out links; those of small origins are put together.</summary>
    public SankeyLayout(IReadOnlyList<FlowLink> links, int mostOrigins = 11)
    {
        ArgumentNullException.ThrowIfNull(links);
        var large = links.GroupBy(l => l.Origin).OrderByDescending(g => g.Sum(l => l.People)).Take(mostOrigins).Select(g => g.Key).ToHashSet();
        var ways = links.GroupBy(l => l.Way).OrderByDescending(g => g.Sum(l => l.People)).Take(mostOrigins).Select(g => g.Key).ToHashSet();
        FlowLink[] merged =
        [
            .. links.Select(l => l with { Origin = large.Contains(l.Origin) ? l.Origin : Rest, Way = ways.Contains(l.Way) ? l.Way : l.IsLegal ? "other legal ways" : "other irregular ways" })
                .GroupBy(l => (l.Origin, l.Way, l.Outcome, l.IsLegal)).Select(g => g.First() with { People = g.Sum(l => l.People) }),
        ];
        var total = merged.Sum(l => l.People);
        var most = new[] { merged.Select(l => l.Origin), merged.Select(l => l.Way), merged.Select(l => l.Outcome) }.Max(c => c.Distinct().Count());
        _scale = total > 0 ? (Height - Top - 16 - (Gap * most)) / total : 0;
        Stack(0, merged.GroupBy(l => l.Origin));
        Stack(1, merged.GroupBy(l => l.Way));
        Stack(2, merged.GroupBy(l => l.Outcome));
        Ribbons = [.. Draw(merged, 0, l => l.Origin, l => l.Way), .. Draw(merged, 1, l => l.Way, l => l.Outcome)];
    }

    /// <summary>The boxes.</summary>
    public IReadOnlyCollection<SankeyNode> Nodes => _nodes.Values;

    /// <summary>The ribbons between them.</summary>
    public IReadOnlyList<SankeyRibbon> Ribbons { get; }

    private void Stack(int column, IEnumerable<IGrouping<string, FlowLink>> groups)
    {
        var y = Top;
        foreach (var group in groups.OrderByDescending(g => g.Any(l => l.IsLegal)).ThenByDescending(g => g.Sum(l => l.People)))
        {
            var people = group.Sum(l => l.People);
            var height = Math.Max(1.5, people * _scale);
            _nodes[(column, group.Key)] = new SankeyNode(group.Key, column, Columns[column], y, NodeWidth, height, people);
            // A label needs its line even beside a thin box.
            y += Math.Max(height, 7) + Gap;
        }
    }

    private IEnumerable<SankeyRibbon> Draw(FlowLink[] links, int column, Func<FlowLink, string> from, Func<FlowLink, string> to)
    {
        var used = new Dictionary<(int, string), double>();
        foreach (var group in links.GroupBy(l => (From: from(l), To: to(l), l.IsLegal)).OrderBy(g => _nodes[(column, g.Key.From)].Y).ThenBy(g => _nodes[(column + 1, g.Key.To)].Y))
        {
            var (left, right) = (_nodes[(column, group.Key.From)], _nodes[(column + 1, group.Key.To)]);
            var people = group.Sum(l => l.People);
            var width = Math.Max(0.8, people * _scale);
            var (y1, y2) = (left.Y + Take((column, left.Name), width), right.Y + Take((column + 100, right.Name), width));
            var (x1, x2) = (left.X + NodeWidth, right.X);
            var middle = (x1 + x2) / 2;
            yield return new SankeyRibbon(
                left.Name, right.Name, group.Key.IsLegal, people, width,
                string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#} C{middle:0.#} {y1:0.#} {middle:0.#} {y2:0.#} {x2:0.#} {y2:0.#}"));
        }

        double Take((int, string) key, double width)
        {
            var begun = used.GetValueOrDefault(key);
            used[key] = begun + width;
            return begun + (width / 2);
        }
    }
}

/// <summary>A box of a flow diagram.</summary>
/// <param name="Name">Origin, way or outcome.</param>
/// <param name="Column">0 origin, 1 way, 2 outcome.</param>
/// <param name="X">Left end.</param>
/// <param name="Y">Upper end.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="People">People in the period.</param>
public sealed record SankeyNode(string Name, int Column, double X, double Y, double Width, double Height, double People);

/// <summary>A ribbon of a flow diagram.</summary>
/// <param name="From">Box it leaves.</param>
/// <param name="To">Box it enters.</param>
/// <param name="IsLegal">True for a legal way.</param>
/// <param name="People">People in the period.</param>
/// <param name="Width">Width.</param>
/// <param name="Path">Its middle line as SVG path.</param>
public sealed record SankeyRibbon(string From, string To, bool IsLegal, double People, double Width, string Path);
