using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Components;

/// <summary>Indicators in words.</summary>
internal static class IndicatorWords
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        [Indicators.Admissions] = "people who arrive through a legal channel",
        [Indicators.Applications] = "applications to a legal channel",
        [Indicators.Refusals] = "applications refused",
        [Indicators.Withdrawals] = "applicants who withdraw, or whose channel closes",
        [Indicators.Queue] = "people queueing for a channel at the end of the month",
        [Indicators.Approvals] = "applications approved, in channels with a time from approval to arrival",
        [Indicators.Wait] = "median wait expected for the people admitted, from queue and pace",
        [Indicators.MeanWait] = "mean wait of the people admitted",
        [Indicators.SeasonalWorkers] = "people here by a channel for the season, at the end of the month",
        [Indicators.SeasonalReturns] = "workers who go home when their season ends",
        [Indicators.IrregularEntries] = "people who arrive irregularly over a passage between two countries",
        [Indicators.EncountersBetweenPorts] = "encounters between ports of entry; one person may be encountered more than once",
        [Indicators.EncountersAtPorts] = "people processed at ports of entry",
        [Indicators.Expulsions] = "expulsions under a health order; one person may be expelled more than once",
        [Indicators.BorderReturns] = "returns from custody at the border under ordinary law; one person may be returned more than once",
        [Indicators.Removals] = "people removed under ordinary law, from detention or after release",
        [Indicators.Evasions] = "people who enter undetected",
        [Indicators.IrregularArrivals] = "people who enter between ports and stay, released or undetected",
        [Indicators.Deaths] = "deaths on the way",
        [Indicators.SentHome] = "people whom a country sends home: detected in transit, turned back at its border for good, or removed",
        [Indicators.GivingUp] = "people who turn back by their own decision, on the way or while they wait at a border",
        [Indicators.SettledOnTheWay] = "people on the way who settle in a country without protection from it",
        [Indicators.TransitDetections] = "detections of people in transit; one person may be detected more than once",
        [Indicators.Protected] = "people in transit who receive protection or a regular status",
        [Indicators.InTransit] = "people in transit or waiting in a country at the end of the month",
        [Indicators.PerceivedSuccess] = "perceived chance of success at a border",
        [Indicators.Awareness] = "awareness of a route in a nationality",
        [Indicators.Delivery] = "share of a provision that is delivered",
        [Indicators.Cost] = "cost of a provision",
        [Indicators.Promised] = "what a provision promises by its dates and ramp, in the unit of its lever",
        [Indicators.Delivered] = "what a provision delivers after conditions, compliance and reciprocity, in the unit of its lever",
        [Indicators.Compliance] = "how far a party keeps to an agreement",
        [Indicators.Spending] = "what a country pays under an agreement or for its measures",
        [IndicatorName.LegalShare] = "legal admissions and arrivals at ports among all arrivals",
    };

    /// <summary>What an indicator measures.</summary>
    public static string Meaning(string variable) => Meanings.GetValueOrDefault(variable, variable.Replace('-', ' '));

    /// <summary>An indicator with its place, as a heading.</summary>
    public static string Heading(IndicatorName name)
    {
        var words = name.Variable == Indicators.Admissions ? "legal admissions" : name.Variable.Replace('-', ' ');
        var text = char.ToUpperInvariant(words[0]) + words[1..];
        return name.Where is null ? text : $"{text}, {name.Where}";
    }
}
