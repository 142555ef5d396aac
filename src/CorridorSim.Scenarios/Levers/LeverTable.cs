using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Levers;

/// <summary>All levers: the one list behind validation, schema and documentation.</summary>
public static class LeverTable
{
    private const string Persons = "persons/month";
    private const string Share = "share";
    private const string PlacesPerYear = "places-per-year";

    /// <summary>The levers by name.</summary>
    public static IReadOnlyDictionary<string, LeverDefinition> All { get; } = new LeverDefinition[]
    {
        new("channel-capacity", "places of a channel, for all or for some applicants", ["channel", "apply-from?", "nationalities?"], "places-per-month", Persons, 0, 1e6, Combination.Add) { YearlyKey = PlacesPerYear },
        new("approval-rate", "share of decisions of a channel that approve", ["channel"], "share", Share, 0, 1, Combination.Replace),
        new("decision-time", "least time to a decision of a channel", ["channel"], "months", "months", 0, 240, Combination.Replace),
        new("fee", "cost of a channel to the applicant", ["channel"], "kusd", "thousand USD", 0, 100, Combination.Replace),
        new("forfeiture", "how far setting out irregularly bars from a channel", ["channel"], "share", Share, 0, 1, Combination.Replace),
        new("visa-requirement", "visa on the way for users of a route", ["route", "nationalities"], "required", "true or false", 0, 1, Combination.Replace),
        new("expulsion-share", "share of the encountered who are expelled under a health order", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("return-share", "share of those not expelled who are returned from custody under ordinary law", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("release-share", "share of those neither expelled nor returned who are released; the others are removed", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("border-evasion", "share of attempts that are not detected", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("retry-share", "share of the expelled and returned who try again", ["border", "nationalities"], "share", Share, 0, 0.99, Combination.Replace),
        new("removal-rate", "removals of released people", ["border", "nationalities"], "per-month", "per month", 0, 4, Combination.Replace),
        new("return-acceptance", "expulsions and returns that the neighbour accepts", ["border"], "persons-per-month", Persons, 0, 1e7, Combination.Replace),
        new("returns-to-neighbour", "share of expulsions and returns that count against what the neighbour accepts", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("port-appointments", "appointments at ports", ["border", "nationalities?"], "places-per-month", Persons, 0, 1e6, Combination.Add) { YearlyKey = PlacesPerYear },
        new("port-access", "weight of nationalities in the common appointments", ["border", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("transit-detection", "share detected on a leg", ["leg"], "share", Share, 0, 1, Combination.Replace),
        new("transit-return-share", "share of those detected in transit who are sent home", ["country", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("leg-closure", "share of a leg that stays open", ["leg"], "open-share", Share, 0, 1, Combination.Replace),
        new("readmission", "people who are sent back to the start of a leg once they have arrived over it", ["leg"], "persons-per-month", Persons, 0, 1e7, Combination.Replace),
        new("transit-danger", "factor on deaths on a leg", ["leg"], "factor", "factor", 0, 10, Combination.Multiply),
        new("transit-time", "factor on the days of a leg", ["leg"], "factor", "factor", 0.05, 20, Combination.Multiply),
        new("transit-cost", "cost added to a leg", ["leg"], "kusd", "thousand USD", -50, 50, Combination.Add),
        new("protection-capacity", "protection places for people in transit", ["country"], "places-per-month", Persons, 0, 1e6, Combination.Add) { YearlyKey = PlacesPerYear },
        new("financing", "protection places that a partner pays for", ["country"], "places-per-month", Persons, 0, 1e6, Combination.Add) { YearlyKey = PlacesPerYear },
        new("caseworkers", "people who decide on claims for protection, beside those of the world", ["procedure"], "people", "persons", -1e5, 1e5, Combination.Add),
        new("decision-output", "factor on the claims that one trained person takes up a month", ["procedure"], "factor", "factor", 0, 10, Combination.Multiply),
        new("training-time", "mean time until a new person decides as much as the others", ["procedure"], "months", "months", 0, 120, Combination.Replace),
        new("decision-priority", "factor on the weight of nationalities in the choice of whose claims are decided", ["procedure", "nationalities"], "factor", "factor", 0, 100, Combination.Multiply),
        new("claim-grant-share", "share of first decisions on claims that grant", ["procedure", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("claim-withdrawal", "share of claims taken up that turn out to be withdrawn", ["procedure", "nationalities"], "share", Share, 0, 1, Combination.Replace),
        new("implicit-withdrawal", "share of those waiting whose claims are treated as withdrawn", ["procedure", "nationalities"], "per-month", "per month", 0, 4, Combination.Replace),
        new("claims-reopened", "claims opened again or counted late, added to those of the world", ["procedure"], "persons-per-month", Persons, -1e5, 1e5, Combination.Add),
        new("claim-return-rate", "share of those refused for good who are returned", ["procedure"], "per-month", "per month", 0, 4, Combination.Replace),
        new("way-flow", "factor on those who come to claim by a way", ["way", "nationalities"], "factor", "factor", 0, 10, Combination.Multiply),
        new("claims-held", "share of the claims of those who come by a way that may not be decided for the time being", ["way"], "share", Share, 0, 1, Combination.Replace),
        new("turn-back", "people returned before they can claim, by the way they came", ["way"], "persons-per-month", Persons, 0, 1e6, Combination.Add),
        new("push", "push on nationalities: shock or aid", ["nationalities"], "log-units", "log units", -5, 5, Combination.Add),
        new("announcement", "success that a new rule promises to leave", ["border", "nationalities", "route?"], "face-value", Share, 0.005, 0.999, Combination.Replace),
    }.ToDictionary(l => l.Name);
}
