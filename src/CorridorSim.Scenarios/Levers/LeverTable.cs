using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

using static CorridorSim.Scenarios.Levers.LeverSubject;

namespace CorridorSim.Scenarios.Levers;

/// <summary>All levers, a row each: the one list behind reading, validation, schema, dictionary and documentation.</summary>
public static class LeverTable
{
    private const string ShareKey = "share";
    private const string PerMonth = "places-per-month";
    private const string PerYear = "places-per-year";
    private const string AtATime = "places-at-a-time";
    private static readonly OptionalInput<Channel> Forfeiture = Channel.OptionalInputs.Single(i => i.Name == "forfeiture");
    private static readonly OptionalInput<Leg> Readmission = Leg.OptionalInputs.Single(i => i.Name == "readmission");
    private const string Unmeasured = "nobody is sent back over {0} in this world; give it a figure, such as 0, in the column 'readmission' of legs.csv";
    private const string Unreturned = "the world has no share of {1} whom {0} sends home; add a row to transit-returns.csv";
    private const string Nobody = "people are named for {0}, so that nobody hopes for a place; name a channel to which people apply";

    /// <summary>The levers by name.</summary>
    public static IReadOnlyDictionary<string, LeverDefinition> All { get; } = new LeverDefinition[]
    {
        new("channel-capacity", "places of a channel, for all or for some applicants", new Places(), PerMonth, Units.PersonsPerMonth, 0, 1e6, Combination.Add) { YearlyKey = PerYear, StockKey = AtATime, Counts = Indicators.PlacesTaken },
        new("approval-rate", "share of decisions of a channel that approve", new OfChannel(c => c.ApprovalShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("decision-time", "least time to a decision of a channel", new OfChannel(c => c.DecisionMonths), "months", Units.Months, 0, 240, Combination.Replace),
        new("fee", "cost of a channel to the applicant", new OfChannel(c => c.Fee), "kusd", Units.ThousandUsd, 0, 100, Combination.Replace),
        new("forfeiture", "how far setting out irregularly bars from a channel", new OfChannel(c => c.Forfeiture, Nobody), ShareKey, Forfeiture.Unit, Forfeiture.Minimum, Forfeiture.Maximum, Combination.Replace),
        new("visa-requirement", "visa in transit for users of a route", new OfRouteUser(u => u.VisaRequired), "required", Units.TrueOrFalse, 0, 1, Combination.Replace),
        new("expulsion-share", "share of the encountered who are expelled under a health order", new OfRegime(r => r.ExpulsionShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("return-share", "share of those not expelled who are returned from custody under ordinary law", new OfRegime(r => r.ReturnShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("release-share", "share of those neither expelled nor returned who are released; the others are removed", new OfRegime(r => r.ReleaseShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("border-evasion", "share of attempts that are not detected", new OfRegime(r => r.Evasion), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("retry-share", "share of the expelled and returned who try again at once", new OfRegime(r => r.RetryShare), ShareKey, Units.Share, 0, 0.99, Combination.Replace),
        new("removal-rate", "removals of released people", new OfRegime(r => r.RemovalRate), "per-month", Units.PerMonth, 0, 4, Combination.Replace),
        new("return-acceptance", "expulsions and returns that the neighbour accepts", new OfBorder(b => b.ReturnAcceptance), "persons-per-month", Units.PersonsPerMonth, 0, 1e7, Combination.Replace),
        new("returns-to-neighbour", "share of expulsions and returns that go to the neighbour, as far as it accepts them; who does not try again at once waits there, others are flown home", new OfRegime(r => r.NeighbourAccepts), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("port-appointments", "appointments at ports", new Appointments(), PerMonth, Units.PersonsPerMonth, 0, 1e6, Combination.Add) { YearlyKey = PerYear, Counts = Indicators.EncountersAtPorts },
        new("port-access", "weight of nationalities in the common appointments", new OfRegime(r => r.PortAccess), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("transit-detection", "share detected on a leg", new OfLeg(l => l.Detection), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("transit-return-share", "share of those detected in transit who are sent home", new OfCountryNationality((c, n) => n < c.ReturnShares.Count ? c.ReturnShares[n] : null, Unreturned), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("leg-closure", "share of a leg that stays open", new OfLeg(l => l.Openness), "open-share", Units.Share, 0, 1, Combination.Replace),
        new("readmission", "people who are sent back to the start of a leg once they have arrived over it", new OfLeg(l => l.Readmission, Unmeasured), "persons-per-month", Readmission.Unit, Readmission.Minimum, Readmission.Maximum, Combination.Replace) { Counts = Indicators.Readmissions },
        new("transit-danger", "factor on deaths on a leg", new OfLeg(l => l.DeathProbability), "factor", Units.Factor, 0, 10, Combination.Multiply),
        new("transit-time", "factor on the days of a leg", new OfLeg(l => l.Days), "factor", Units.Factor, 0.05, 20, Combination.Multiply),
        new("transit-cost", "cost added to a leg", new OfLeg(l => l.Cost), "kusd", Units.ThousandUsd, -50, 50, Combination.Add),
        new("protection-capacity", "protection places for people in transit", new OfCountry(c => c.ProtectionPlaces), PerMonth, Units.PersonsPerMonth, 0, 1e6, Combination.Add) { YearlyKey = PerYear, StockKey = AtATime, Counts = Indicators.Protected },
        new("financing", "protection places that a partner pays for", new OfCountry(c => c.ProtectionPlaces), PerMonth, Units.PersonsPerMonth, 0, 1e6, Combination.Add) { YearlyKey = PerYear, StockKey = AtATime, Counts = Indicators.Protected },
        new("caseworkers", "people who decide on claims for protection, beside those of the world", new OfProcedure(p => p.AddedStaff), "people", Units.Persons, -1e5, 1e5, Combination.Add),
        new("decision-output", "factor on the claims that one trained person takes up a month", new OfProcedure(p => p.Output), "factor", Units.Factor, 0, 10, Combination.Multiply),
        new("training-time", "mean time until a new person decides as much as the others", new OfProcedure(p => p.TrainingMonths), "months", Units.Months, 0, 120, Combination.Replace),
        new("decision-priority", "factor on the weight of nationalities in the choice of whose claims are decided", new OfClaimants(n => n.Priority), "factor", Units.Factor, 0, 100, Combination.Multiply),
        new("claim-grant-share", "share of first decisions on claims that grant", new OfClaimants(n => n.GrantShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("claim-withdrawal", "share of claims taken up that turn out to be withdrawn", new OfClaimants(n => n.Withdrawal), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("implicit-withdrawal", "share of those waiting whose claims are treated as withdrawn", new OfClaimants(n => n.ImplicitWithdrawal), "per-month", Units.PerMonth, 0, 4, Combination.Replace),
        new("claims-reopened", "claims opened again or counted late, added to those of the world", new OfProcedure(p => p.Reopened), "persons-per-month", Units.PersonsPerMonth, -1e5, 1e5, Combination.Add),
        new("claim-return-rate", "share of those refused for good who are returned", new OfProcedure(p => p.ReturnRate), "per-month", Units.PerMonth, 0, 4, Combination.Replace),
        new("way-flow", "factor on those who come to claim by a way", new WayFlow(), "factor", Units.Factor, 0, 10, Combination.Multiply),
        new("claims-held", "share of the claims of those who come by a way that may not be decided for the time being", new OfWay(w => w.HeldShare), ShareKey, Units.Share, 0, 1, Combination.Replace),
        new("turn-back", "people returned before they can claim, by the way they came", new OfWay(w => w.TurnedBack), "persons-per-month", Units.PersonsPerMonth, 0, 1e6, Combination.Add) { Counts = Indicators.TurnedBack },
        new("push", "push on nationalities: shock or aid", new OfNationality(n => n.Push), "log-units", Units.LogUnits, -5, 5, Combination.Add),
        new("announcement", "success that a new rule promises to leave", new Belief(), "face-value", Units.Share, SuccessBounds.Minimum, SuccessBounds.Maximum, Combination.Replace),
    }.ToDictionary(l => l.Name);

    /// <summary>The table of the documentation, in Markdown.</summary>
    public static string ToMarkdown() => string.Join('\n',
    [
        "| lever | changes | where | size key | unit | bounds | joins by |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        .. All.Values.Select(l => string.Create(
            CultureInfo.InvariantCulture,
            $"| {l.Name} | {l.Meaning} | {string.Join(", ", l.Subjects.Select(k => k.EndsWith('?') ? k.TrimEnd('?') + " (optional)" : k))} | {l.SizeKey} | {l.Unit} | {l.Minimum} to {l.Maximum} | {l.Combination.ToString().ToLowerInvariant()} |")),
    ]);
}
