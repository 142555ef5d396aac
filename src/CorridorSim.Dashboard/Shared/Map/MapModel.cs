using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Dashboard.Shared.Map;

/// <summary>What a corridor map shows: medians over replicates, or differences of two scenarios.</summary>
/// <param name="Months">Months, <c>yyyy-MM</c>.</param>
/// <param name="Nodes">Countries that take part.</param>
/// <param name="Flows">Flows between them.</param>
/// <param name="IsDifference">True when the values are differences.</param>
public sealed record MapModel(IReadOnlyList<string> Months, IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapFlow> Flows, bool IsDifference)
{
    /// <summary>The map of one ensemble.</summary>
    public static MapModel Of(WorldPlan world, IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(ensemble);
        var reader = new IndicatorReader(ensemble);
        return Build(world, ensemble, false, name => Fan.Of(reader.Monthly(name)));
    }

    /// <summary>The map of the paired differences of two ensembles.</summary>
    public static MapModel Difference(WorldPlan world, IEnsemble baseline, IEnsemble other)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(other);
        var comparison = new Comparison(baseline, other);
        return Build(world, other, true, name => Fan.Of(comparison.MonthlyDifferences(name)));
    }

    private static MapModel Build(WorldPlan world, IEnsemble ensemble, bool isDifference, Func<IndicatorName, Fan> monthly)
    {
        var places = ensemble.Series.Select(s => s.Key).Where(k => k.Nationality == SeriesKey.All).ToArray();
        IEnumerable<SeriesKey> Of(string variable) => places.Where(k => k.Variable == variable);
        Fan Values(SeriesKey key) => monthly(new IndicatorName(key.Variable, key.Where));
        bool[]? Sure(Fan fan) => isDifference ? [.. fan.Lower.Zip(fan.Upper, (lower, upper) => lower > 0 || upper < 0)] : null;
        MapFlow Told(MapFlow flow, Fan fan) => flow with { Monthly = fan.Median, Lower = fan.Lower, Upper = fan.Upper, IsSure = Sure(fan) };
        var channels = world.Channels.ToDictionary(c => c.Id);
        var names = new PlaceWords(world);
        MapFlow[] flows =
        [
            .. Of(Indicators.IrregularEntries).Select(k => Told(Passage(k, "irregular entries", names), Values(k))),
            .. Of(Indicators.EncountersBetweenPorts).Select(k => Told(Passage(k, "encounters between ports", names), Values(k))),
            .. Of(Indicators.Admissions).Where(k => channels.ContainsKey(k.Where))
                .Select(k => Told(new MapFlow(k.Where, Origin(world, channels[k.Where]), world.Countries[channels[k.Where].Country.Index].Code, true, $"legal admissions, {names.Channel(k.Where)}", []), Values(k))),
        ];
        var people = Of(Indicators.InTransit).ToDictionary(k => k.Where, k => Values(k).Median);
        var inside = Region(world, flows, people.Keys);
        return new MapModel(
            [.. Enumerable.Range(0, ensemble.Months).Select(m => CalendarMonth.Format(ensemble.FirstMonth + m))],
            [.. world.Countries.Where(c => inside.Contains(c.Code)).Select(c => new MapNode(c.Code, c.Name, c.Latitude, c.Longitude, people.GetValueOrDefault(c.Code, [])))],
            flows,
            isDifference);
    }

    private static MapFlow Passage(SeriesKey key, string words, PlaceWords names)
    {
        var ends = key.Where.Split('>');
        return new MapFlow(key.Where, ends[0], ends[^1], false, $"{words}, {names.Place(key.Where)}", []);
    }

    /// <summary>The one country of residence a channel is open to; empty when there are several.</summary>
    private static string Origin(WorldPlan world, Channel channel)
    {
        CountryIndex[] countries = [.. channel.Lots.SelectMany(l => l.Communities).Select(c => world.Communities[c.Index].Country).Distinct().Where(c => c != channel.Country)];
        return countries.Length == 1 ? world.Countries[countries[0].Index].Code : string.Empty;
    }

    /// <summary>Countries at either end of a flow or where people wait, and those near enough to draw beside them.</summary>
    private static HashSet<string> Region(WorldPlan world, MapFlow[] flows, IEnumerable<string> waiting)
    {
        var taking = flows.SelectMany(f => new[] { f.From, f.To }).Concat(waiting).Where(c => c.Length > 0).ToHashSet();
        Country[] core = [.. world.Countries.Where(c => taking.Contains(c.Code))];
        if (core.Length == 0)
        {
            return [.. world.Countries.Select(c => c.Code)];
        }

        const double Near = 20;
        var (south, north) = (core.Min(c => c.Latitude) - Near, core.Max(c => c.Latitude) + Near);
        var (west, east) = (core.Min(c => c.Longitude) - Near, core.Max(c => c.Longitude) + Near);
        return [.. taking, .. world.Countries.Where(c => c.Latitude > south && c.Latitude < north && c.Longitude > west && c.Longitude < east).Select(c => c.Code)];
    }
}

/// <summary>A country on the map.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Monthly">People in transit or waiting, by month; empty where nobody is counted.</param>
public sealed record MapNode(string Code, string Name, double Latitude, double Longitude, double[] Monthly);

/// <summary>People moving, month by month.</summary>
/// <param name="Id">Passage, border or channel.</param>
/// <param name="From">Code of the country they leave; empty where it is not known, as with a channel open to many.</param>
/// <param name="To">Code of the country they enter.</param>
/// <param name="IsLegal">True for a channel, false for an irregular passage.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Monthly">Persons a month, medians over replicates.</param>
public sealed record MapFlow(string Id, string From, string To, bool IsLegal, string Words, double[] Monthly)
{
    /// <summary>Quantile 0.05 of each month.</summary>
    public double[] Lower { get; init; } = [];

    /// <summary>Quantile 0.95 of each month.</summary>
    public double[] Upper { get; init; } = [];

    /// <summary>For each month whether the interval of the difference leaves out zero; null where values are no differences.</summary>
    public bool[]? IsSure { get; init; }
}
