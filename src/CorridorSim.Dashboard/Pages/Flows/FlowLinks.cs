using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Pages.Flows;

/// <summary>Puts recorded flows together: origin, way, outcome.</summary>
public static class FlowLinks
{
    /// <summary>The outcome of people whose way is a legal channel.</summary>
    public const string Admitted = "admitted legally";

    private const string AtPorts = "ports ";
    private const string Protection = "protection in ";
    private const string Turned = "border of ";
    private const string Leg = "passage ";
    private const string Between = "between ports ";

    private static readonly (string Variable, string Outcome, bool IsLegal)[] Kinds =
    [
        (Indicators.Admissions, Admitted, true),
        (Indicators.EncountersAtPorts, "processed at a port", true),
        (Indicators.IrregularArrivals, "arrived irregularly", false),
        (Indicators.SentHome, "sent home", false),
        (Indicators.Deaths, "died in transit", false),
        (Indicators.Protected, "protected in transit", true),
    ];

    /// <summary>The links of a period, largest first.</summary>
    /// <param name="reader">An ensemble with series by nationality.</param>
    /// <param name="period">Months.</param>
    /// <param name="passage">Only people who may use this passage: nationalities recorded on it; null for all.</param>
    public static IReadOnlyList<FlowLink> Of(IndicatorReader reader, Period period, string? passage = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var keys = reader.Ensemble.Series.Select(s => s.Key).Where(k => k.Nationality != SeriesKey.All).ToArray();
        var users = passage is null ? null : keys.Where(k => k.Variable == Indicators.IrregularEntries && k.Where == passage)
            .Where(k => Middle(k) > 0.5).Select(k => k.Nationality).ToHashSet();
        return
        [
            .. from kind in Kinds
               from key in keys.Where(k => k.Variable == kind.Variable && (users is null || users.Contains(k.Nationality)))
               let people = Middle(key)
               where people > 0.5
               orderby people descending
               select new FlowLink(key.Nationality, Way(key), kind.Outcome, kind.IsLegal, people),
        ];

        double Middle(SeriesKey key) =>
            Quantiles.Median(Quantiles.WithoutNaN(reader.Over(new IndicatorName(key.Variable, key.Where, key.Nationality), period).Values));
    }

    /// <summary>A way with the name of its place instead of the code.</summary>
    /// <param name="way">The way, as links have it.</param>
    /// <param name="places">Names of the world; null leaves the code.</param>
    public static string Named(string way, PlaceWords? places)
    {
        ArgumentNullException.ThrowIfNull(way);
        if (places is null)
        {
            return way;
        }

        var kind = Array.Find(Ways, w => way.StartsWith(w, StringComparison.Ordinal)) ?? string.Empty;
        var place = places.Place(way[kind.Length..]);
        return place.EndsWith(" border", StringComparison.Ordinal) ? $"{kind.TrimEnd()}, {place}" : kind + place;
    }

    /// <summary>True for what became of people, and for small ways put together, which are words already.</summary>
    public static bool IsOutcome(string part) => part.Contains(' ', StringComparison.Ordinal) && !Array.Exists(Ways, w => part.StartsWith(w, StringComparison.Ordinal));

    private static string[] Ways { get; } = [AtPorts, Protection, Turned, Leg, Between];

    private static string Way(SeriesKey key) => key.Variable switch
    {
        Indicators.Admissions => key.Where,
        Indicators.EncountersAtPorts => AtPorts + key.Where,
        Indicators.Protected => Protection + key.Where,
        Indicators.SentHome => Turned + key.Where,
        Indicators.Deaths => Leg + key.Where,
        _ => Between + key.Where,
    };
}

/// <summary>People of one origin by one way to one outcome.</summary>
/// <param name="Origin">Nationality.</param>
/// <param name="Way">Channel, port or border.</param>
/// <param name="Outcome">What became of them, in words.</param>
/// <param name="IsLegal">True for a legal way.</param>
/// <param name="People">Median over replicates of the persons (or events) in the period.</param>
public sealed record FlowLink(string Origin, string Way, string Outcome, bool IsLegal, double People);
