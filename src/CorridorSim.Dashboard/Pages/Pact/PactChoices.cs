using CorridorSim.Analysis.Words;
using CorridorSim.Model;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.Pact;

/// <summary>A thing to choose: what the file says, and what people call it.</summary>
/// <param name="Value">As the file has it.</param>
/// <param name="Label">In words.</param>
public sealed record Choice(string Value, string Label);

/// <summary>What the world of a baseline has to choose from, in words.</summary>
public sealed class PactChoices
{
    // What ministries watch; the other series of the model are there as well, below them.
    private static readonly string[] WatchedFirst =
        [Indicators.IrregularEntries, Indicators.EncountersBetweenPorts, Indicators.EncountersAtPorts, Indicators.Admissions, Indicators.Queue, Indicators.Wait, Indicators.Deaths, Indicators.Protected, Indicators.InTransit];

    // What governments could not read off any month.
    private static readonly string[] Unwatched = [Indicators.Promised, Indicators.Delivered, Indicators.Delivery, Indicators.Cost, Indicators.Compliance];

    private readonly PlaceWords _words;
    private readonly CompiledScenario _baseline;

    /// <summary>Reads the choices.</summary>
    /// <param name="baseline">The scenario that the agreement is added to.</param>
    public PactChoices(CompiledScenario baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        (_baseline, _words) = (baseline, new PlaceWords(baseline.Experiment.World));
        var world = baseline.Experiment.World;
        Countries = [.. world.Countries.Select(c => new Choice(c.Code, c.Name)).OrderBy(c => c.Label, StringComparer.OrdinalIgnoreCase)];
        Nationalities = [.. world.Nationalities.Select(n => new Choice(n.Code, _words.Nationality(n.Code))).OrderBy(c => c.Label, StringComparer.OrdinalIgnoreCase)];
        Watchable = ReadWatchable();
    }

    /// <summary>Countries, by name.</summary>
    public IReadOnlyList<Choice> Countries { get; }

    /// <summary>Nationalities, by name.</summary>
    public IReadOnlyList<Choice> Nationalities { get; }

    /// <summary>Series that a condition can watch, as <c>indicator|place</c>, those watched most first.</summary>
    public IReadOnlyList<Choice> Watchable { get; }

    /// <summary>The months of the year, as files have them.</summary>
    public static IReadOnlyList<Choice> Months { get; } =
    [
        .. Enumerable.Range(1, 12).Select(m => System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat)
            .Select((names, m) => new Choice(FormattableString.Invariant($"{m + 1}"), names.GetMonthName(m + 1))),
    ];

    /// <summary>What a key that says where can be: channels, passages, borders, routes, countries or nationalities.</summary>
    /// <param name="subject">The key.</param>
    public IReadOnlyList<Choice> Of(string subject)
    {
        var world = _baseline.Experiment.World;
        return subject switch
        {
            "channel" => [.. world.Channels.Select(c => new Choice(c.Id, _words.Channel(c.Id)))],
            "procedure" => [.. world.Procedures.Select(p => new Choice(p.Id, p.Id))],
            "way" => [.. world.Procedures.SelectMany(p => p.Ways).Select(w => new Choice(w.Id, w.Id))],
            "leg" => [.. world.Legs.Select(l => new Choice(l.Id, _words.Leg(l.Id)))],
            "border" => [.. world.Borders.Select(b => new Choice(b.Id, _words.Border(b.Id)))],
            "route" => [.. world.Routes.Select(r => new Choice(r.Id, PlaceWords.Route(r.Id)))],
            "nationalities" => Nationalities,
            _ => Countries,
        };
    }

    /// <summary>Key under which a condition names a place.</summary>
    public string PlaceKey(string place) => _words.KeyOf(place);

    private Choice[] ReadWatchable()
    {
        var keys = BlockPlan.Compile(_baseline.Experiment).AllSeries.Select(s => s.Key)
            .Where(k => k.Nationality == SeriesKey.All && !Unwatched.Contains(k.Variable) && !k.Where.Contains('/', StringComparison.Ordinal)).Distinct();
        return
        [
            .. keys.Select((key, order) => (key, order))
                .OrderBy(k => Array.IndexOf(WatchedFirst, k.key.Variable) is var place and >= 0 ? place : WatchedFirst.Length).ThenBy(k => k.order)
                .Select(k => new Choice($"{k.key.Variable}|{k.key.Where}", $"{k.key.Variable.InWords()}{(k.key.Where.Length == 0 ? string.Empty : $": {_words.Place(k.key.Where)}")}")),
        ];
    }
}
