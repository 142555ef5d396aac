using System.Globalization;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>A corridor map laid out for one month: where everything is drawn, and how wide.</summary>
public sealed class MapScene
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 900;

    /// <summary>Width of the key.</summary>
    public const double KeyWidth = 228;

    private const double WidestFlow = 18;
    private const double NarrowestFlow = 1.4;
    private const double LargestNode = 20;
    private const double SmallestNode = 2.6;
    private const double CombLength = 84;
    private const double Edge = 28;
    private const double Matters = 0.01;

    private readonly MapModel _model;
    private readonly Dictionary<string, (double X, double Y)> _places = [];
    private readonly HashSet<string> _beyond = [];

    /// <summary>Lays out a month of a model.</summary>
    public MapScene(MapModel model, int month)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        Projection = MapProjection.Fit([.. Core(model).Select(n => (n.Latitude, n.Longitude))], Width, 460, 720);
        foreach (var node in model.Nodes)
        {
            var place = Projection.Of(node.Latitude, node.Longitude);
            var edge = (X: Math.Clamp(place.X, Edge, Width - Edge), Y: Math.Clamp(place.Y, Edge, Projection.Height - Edge));
            // A country beyond the edge that takes part stands at the edge; one that does not is left out.
            if (edge == place || TakesPart(node))
            {
                _places[node.Code] = edge;
                _beyond.UnionWith(edge == place ? [] : [node.Code]);
            }
        }

        Nodes = Sized(month);
        Flows = [.. Combs(month), .. Curves(month)];
        Labels = MapLabels.Place(Nodes, Width, Projection.Height, [.. Flows.SelectMany(f => f.Corridor)], (KeyWidth + 8, KeyTop));
    }

    /// <summary>Upper end of the key, which fills the lower left corner.</summary>
    public double KeyTop => Projection.Height - 8 - 70 - (20 * WidthKey.Count);

    /// <summary>The projection.</summary>
    public MapProjection Projection { get; }

    /// <summary>Countries with their radius.</summary>
    public IReadOnlyList<PlacedNode> Nodes { get; }

    /// <summary>Flows with their path.</summary>
    public IReadOnlyList<PlacedFlow> Flows { get; }

    /// <summary>Labels that fit without touching each other.</summary>
    public IReadOnlyList<PlacedLabel> Labels { get; }

    private bool TakesPart(MapNode node) => _model.Flows.Any(f => f.From == node.Code || f.To == node.Code) || node.Monthly.Length > 0;

    /// <summary>The countries that carry the movement: the map is fitted to them, so that small flows elsewhere do not shrink it.</summary>
    private static MapNode[] Core(MapModel model)
    {
        static double Peak(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var most = Peak(model.Flows.SelectMany(f => f.Monthly));
        var codes = model.Flows.Where(f => most > 0 && Peak(f.Monthly) >= Matters * most).SelectMany(f => new[] { f.From, f.To }).ToHashSet();
        MapNode[] core = [.. model.Nodes.Where(n => codes.Contains(n.Code))];
        return core.Length >= 2 ? core : [.. model.Nodes];
    }

    private PlacedNode[] Sized(int month)
    {
        var most = MostPeople();
        return
        [
            .. _model.Nodes.Where(n => _places.ContainsKey(n.Code)).Select(n =>
            {
                var people = month < n.Monthly.Length ? n.Monthly[month] : 0;
                var takesPart = TakesPart(n);
                var radius = RadiusOf(people, most);
                return new PlacedNode(n, _places[n.Code].X, _places[n.Code].Y, radius, people, takesPart, _beyond.Contains(n.Code));
            }),
        ];
    }

    private static double WidthOf(double value, double most) => most <= 0 || value == 0 || !double.IsFinite(value)
        ? 0
        : Math.Max(NarrowestFlow, WidestFlow * Math.Abs(value) / most);

    private static bool IsSure(MapFlow flow, int month) => flow.IsSure?[month] ?? true;

    /// <summary>Values that the key shows, each with the width of its line: round, the greatest no more than any flow of the model; of those whose lines look alike the greatest alone.</summary>
    public IReadOnlyList<(double Value, double Width)> WidthKey => [.. Round(Most(), 3).Select(v => (Value: v, Width: WidthOf(v, Most()))).GroupBy(v => Math.Round(v.Width)).Select(g => g.Last())];

    /// <summary>Numbers of people that the key shows, each with the radius of its circle.</summary>
    public IReadOnlyList<(double Value, double Radius)> CircleKey => [.. Round(MostPeople(), 2).Select(v => (v, RadiusOf(v, MostPeople())))];

    private static IEnumerable<double> Round(double most, int count)
    {
        var power = most > 0 ? Math.Pow(10, Math.Floor(Math.Log10(most))) : 0;
        var greatest = power * ((most / power) switch { >= 5 => 5, >= 2 => 2, _ => 1 });
        return power <= 0 ? [] : Enumerable.Range(0, count).Select(i => greatest / Math.Pow(10, i)).Where(v => v >= 1).Reverse();
    }

    private double MostPeople() => _model.Nodes.SelectMany(n => n.Monthly).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static double RadiusOf(double people, double most) =>
        SmallestNode + (most > 0 && double.IsFinite(people) ? LargestNode * Math.Sqrt(Math.Abs(people) / most) : 0);

    private double Most() => _model.Flows.SelectMany(f => f.Monthly).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private IEnumerable<PlacedFlow> Curves(int month)
    {
        var most = Most();
        var pairs = _model.Flows.Where(f => _places.ContainsKey(f.From) && _places.ContainsKey(f.To)).GroupBy(f => (f.From, f.To));
        foreach (var flows in pairs.Select(g => g.ToArray()))
        {
            var offset = 0.0;
            for (var i = 0; i < flows.Length; i++)
            {
                var value = flows[i].Monthly[month];
                var width = WidthOf(value, most);
                if (width > 0)
                {
                    yield return Curve(flows[i], month, width, offset);
                }

                offset += 14 + width;
            }
        }
    }

    private PlacedFlow Curve(MapFlow flow, int month, double width, double bend)
    {
        var value = flow.Monthly[month];
        var (from, to) = (_places[flow.From], _places[flow.To]);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (nx, ny) = (-dy / length, dx / length);
        var lift = Math.Min(26, length * 0.18) + bend;
        var control = (X: ((from.X + to.X) / 2) + (nx * lift), Y: ((from.Y + to.Y) / 2) + (ny * lift));
        var (end, arrow) = Arrow(control, to, width, Radius(flow.To));
        return new PlacedFlow(
            flow, value, width,
            string.Create(CultureInfo.InvariantCulture, $"M{from.X:0.#} {from.Y:0.#} Q{control.X:0.#} {control.Y:0.#} {end.X:0.#} {end.Y:0.#}"),
            arrow,
            [from, ((from.X + (2 * control.X) + to.X) / 4, (from.Y + (2 * control.Y) + to.Y) / 4), to],
            IsSure(flow, month));
    }

    /// <summary>Channels open to several countries come in from outside, side by side, as their origins are not recorded.</summary>
    private IEnumerable<PlacedFlow> Combs(int month)
    {
        var most = Most();
        foreach (var group in _model.Flows.Where(f => !_places.ContainsKey(f.From) && _places.ContainsKey(f.To)).GroupBy(f => f.To))
        {
            var flows = group.Where(f => WidthOf(f.Monthly[month], most) > 0).ToArray();
            var node = _places[group.Key];
            var outward = Outward(node);
            var (px, py) = (-Math.Sin(outward), Math.Cos(outward));
            var total = flows.Sum(f => WidthOf(f.Monthly[month], most) + 5);
            var place = -total / 2;
            foreach (var flow in flows)
            {
                var width = WidthOf(flow.Monthly[month], most);
                place += (width + 5) / 2;
                var tail = (X: node.X + (Math.Cos(outward) * (CombLength + Radius(group.Key))) + (px * place), Y: node.Y + (Math.Sin(outward) * (CombLength + Radius(group.Key))) + (py * place));
                var head = (X: node.X + (px * place * 0.55), Y: node.Y + (py * place * 0.55));
                var (end, arrow) = Arrow(tail, head, width, Radius(group.Key) + 2);
                yield return new PlacedFlow(
                    flow, flow.Monthly[month], width,
                    string.Create(CultureInfo.InvariantCulture, $"M{tail.X:0.#} {tail.Y:0.#} L{end.X:0.#} {end.Y:0.#}"), arrow, [tail, end], IsSure(flow, month));
                place += (width + 5) / 2;
            }
        }
    }

    private double Outward((double X, double Y) node)
    {
        var (x, y) = (_places.Values.Average(p => p.X), _places.Values.Average(p => p.Y));
        var angle = Math.Atan2(node.Y - y, node.X - x);
        // Keep the tails inside the drawing.
        var (tx, ty) = (node.X + (Math.Cos(angle) * 130), node.Y + (Math.Sin(angle) * 130));
        return tx is > 10 and < Width - 10 && ty > 10 && ty < Projection.Height - 10 ? angle : Math.Atan2(0, node.X < Width / 2 ? -1 : 1);
    }

    private double Radius(string code) => Nodes.First(n => n.Node.Code == code).Radius;

    private static ((double X, double Y) End, string Path) Arrow((double X, double Y) from, (double X, double Y) to, double width, double gap)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        var (ux, uy) = (dx / length, dy / length);
        var size = 5 + (width * 0.75);
        var tip = (X: to.X - (ux * gap), Y: to.Y - (uy * gap));
        var end = (X: tip.X - (ux * size), Y: tip.Y - (uy * size));
        var half = (width / 2) + 3;
        return (end, string.Create(
            CultureInfo.InvariantCulture,
            $"M{tip.X:0.#} {tip.Y:0.#} L{end.X - (uy * half):0.#} {end.Y + (ux * half):0.#} L{end.X + (uy * half):0.#} {end.Y - (ux * half):0.#}Z"));
    }
}

/// <summary>A country where it is drawn.</summary>
/// <param name="Node">The country.</param>
/// <param name="X">Horizontal place.</param>
/// <param name="Y">Vertical place.</param>
/// <param name="Radius">Radius; its area grows with the people who wait.</param>
/// <param name="People">People in transit or waiting, or their difference.</param>
/// <param name="TakesPart">False for a country drawn only for orientation.</param>
/// <param name="IsBeyond">True when it lies beyond the edge and stands there in its direction.</param>
public sealed record PlacedNode(MapNode Node, double X, double Y, double Radius, double People, bool TakesPart, bool IsBeyond);

/// <summary>A flow where it is drawn.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Value">Persons in the month, or their difference.</param>
/// <param name="Width">Width of the line.</param>
/// <param name="Path">The line as SVG path.</param>
/// <param name="Arrow">The arrow head as SVG path.</param>
/// <param name="Corridor">Points of the line that labels keep away from.</param>
/// <param name="IsSure">False for a difference whose interval holds zero.</param>
public sealed record PlacedFlow(MapFlow Flow, double Value, double Width, string Path, string Arrow, IReadOnlyList<(double X, double Y)> Corridor, bool IsSure);
