using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Analysis.Words;

/// <summary>What an agreement says, in sentences: its parties, each clause, its conditions.</summary>
/// <param name="compiled">The scenario that it stands in.</param>
public sealed class ClauseSentences(CompiledScenario compiled)
{
    private readonly PlaceWords _places = new(compiled.Experiment.World);

    /// <summary>The whole agreement, a sentence each.</summary>
    public IReadOnlyList<string> Of(InstrumentText agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var parties = PlaceWords.Few(agreement.Parties.Select(p => Country(p.Index)), 6);
        var signed = agreement.IsAgreement ? $"Signed by {parties}{(double.IsFinite(agreement.SignedMonth) ? $" in {Month(agreement.SignedMonth)}" : string.Empty)}." : $"Measures taken by {parties}.";
        string[] end = double.IsFinite(agreement.Sunset) ? [$"It ends in {Month(agreement.Sunset)}."] : [];
        return [signed, .. agreement.Provisions.Select(p => Of(p)), .. agreement.Conditions.Select(Of), .. agreement.Compliance.Select(Of), .. end];
    }

    /// <summary>Name of a clause that another of the same agreement refers to.</summary>
    private string NameOf(ProvisionText clause, string id) =>
        compiled.Scenario.Instruments.FirstOrDefault(i => i.Provisions.Any(p => ReferenceEquals(p, clause)))?.Provisions.FirstOrDefault(p => p.Id == id)?.Name ?? id.InWords();

    /// <summary>A clause: what changes, where, by how much, from when.</summary>
    public string Of(ProvisionText clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        var by = clause.By is { } deliverer ? $", delivered by {Country(deliverer.Index)}" : string.Empty;
        var payer = clause.Payer is { } paying ? $", paid by {Country(paying.Index)}{(clause.UnitCost > 0 ? $" at ${Plain(clause.UnitCost * 1000)} each" : string.Empty)}" : string.Empty;
        var pair = clause.Reciprocal.Length > 0 ? $", as far as {NameOf(clause, clause.Reciprocal)} is delivered" : string.Empty;
        var when = clause.When is { Indicator: { } key } rule ? $", while {Watched(key)} {(rule.Above ? "exceed" : "stay below")} {Plain(rule.Threshold)}{Lasting(rule)}" : string.Empty;
        var size = clause.Size.Value.Kind == DistributionKind.Constant ? string.Empty : ", drawn at random in each simulation";
        var basis = clause.IsAssumed ? " (assumed size)" : " (published size)";
        return $"{Dates(clause)}, {Changes(clause)}{Terms(clause)}{by}{payer}{pair}{when}{size}{basis}.";
    }

    /// <summary>A condition: what it watches and what it does.</summary>
    public string Of(ConditionText condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var level = condition.Indicator is { } key ? $"{Watched(key)} {(condition.Above ? "exceed" : "fall below")} {Plain(condition.Threshold)}{Lasting(condition)}" : string.Empty;
        var release = condition.Release == condition.Threshold ? string.Empty : $", until they {(condition.Above ? "fall to" : "rise to")} {Plain(condition.Release)}";
        return condition.Kind switch
        {
            ConditionKind.InForceWhen => $"It is in force only when {level}.",
            ConditionKind.SuspendWhen => $"It is suspended while {level}{release}.",
            _ => $"Every {Plain(condition.Review!.EveryMonths)} months it is reviewed{(level.Length > 0 ? $", and where {level}" : string.Empty)} all sizes are {(condition.Review.Scales ? $"multiplied by {Plain(condition.Review.Factor.Central)}" : $"set to {Plain(condition.Review.Factor.Central)} times those agreed")}{Limits(condition.Review)}.",
        };
    }

    /// <summary>A month in words, such as June 2023; with its day where it is not the first.</summary>
    public static string Month(double month)
    {
        if (!double.IsFinite(month))
        {
            return "the start";
        }

        return CalendarMonth.Spell((int)Math.Floor(month));
    }

    private string Of(ComplianceText rule) =>
        $"The more {Watched(rule.Inflow)} exceed {Plain(rule.Capacity.Central)} a month, the less {Country(rule.Party.Index)} complies, but never less than {Plain(rule.Least * 100)}%.";

    private string Country(int index) => compiled.World.Countries[index].Name is var name && name.StartsWith("United ", StringComparison.Ordinal) ? $"the {name}" : name;

    private static string Dates(ProvisionText clause) =>
        $"From {Month(clause.From)}{(double.IsFinite(clause.To) ? $" to {Month(clause.To)}" : string.Empty)}";

    private static string Limits(ReviewText review) => (review.Least, review.Most) switch
    {
        (0, 10) => string.Empty,
        (0, var most) => $", up to {Plain(most)} times those agreed",
        var (least, most) => $", kept between {Plain(least)} and {Plain(most)} times those agreed",
    };

    private static string Lasting(ConditionText condition) => condition.ForMonths > 1 ? $" a month for {Plain(condition.ForMonths)} months" : " a month";

    private string Terms(ProvisionText clause)
    {
        var terms = clause.Terms;
        string[] parts =
        [
            terms.Season is { } season ? $"from {MonthName(season.First)} to {MonthName(season.Last)} of each year" : string.Empty,
            terms.IsLottery ? $"drawn {Plain(terms.WindowMonths?.Value.Central ?? 1)} months after each {MonthName(terms.YearStarts)} among all who have applied" : string.Empty,
            terms.IsFirstCome && !terms.IsLottery ? $"first come, first served from {MonthName(terms.YearStarts)} on" : string.Empty,
            terms.CarryOver is { } kept ? $"up to {Plain(kept.Value.Central)} unused places carried over" : string.Empty,
            terms.GoHomeShare is { } home ? $"with {Percent(home.Value.Central)} of the workers going home at the end of the season" : string.Empty,
            .. CountedSentences.Of(clause.Counted, id => NameOf(clause, id)),
            clause.RampMonths > 0 ? $"phased in over {Plain(clause.RampMonths)} months" : string.Empty,
            clause.FadeMonths > 0 ? $"phased out over {Plain(clause.FadeMonths)} months" : string.Empty,
        ];
        return string.Concat(parts.Where(p => p.Length > 0).Select(p => $", {p}"));
    }

    private string Changes(ProvisionText clause)
    {
        var size = clause.Size.Value.Central;
        var period = clause.Terms.Period switch { SizePeriod.Year => "a year", SizePeriod.Stock => "at a time", _ => "a month" };
        var (place, people) = (Place(clause), People(clause));
        return clause.Lever.Name switch
        {
            "channel-capacity" => $"{More(size, "place", "places")} {period} in {place}{people}",
            "approval-rate" => $"{Percent(size)} of the applications decided in {place} are approved",
            "decision-time" => $"a decision in {place} takes at least {Plain(size)} months",
            "fee" => $"applying to {place} costs ${Plain(size * 1000)}",
            "forfeiture" => $"setting out irregularly bars people from {place} to a degree of {Percent(size)}",
            "visa-requirement" => $"{(size > 0 ? "a visa is required" : "no visa is required")} by {place}{people}",
            "expulsion-share" => $"{Percent(size)} of the people encountered at the {place}{people} are expelled under a health order",
            "return-share" => $"{Percent(size)} of the people not expelled at the {place}{people} are returned under ordinary law",
            "release-share" => $"{Percent(size)} of the people neither expelled nor returned at the {place}{people} are released",
            "border-evasion" => $"{Percent(size)} of the attempts at the {place}{people} are not detected",
            "retry-share" => $"{Percent(size)} of the people expelled or returned at the {place}{people} try again",
            "removal-rate" => $"released people{people} are removed at a rate of {Percent(size)} a month",
            "return-acceptance" => $"the neighbour accepts at most {Plain(size)} expulsions and returns a month at the {place}",
            "returns-to-neighbour" => $"{Percent(size)} of the expulsions and returns at the {place}{people} count as the neighbour's",
            "port-appointments" => $"{More(size, "appointment", "appointments")} {period} at the {place}{people}",
            "port-access" => $"people{people} take part in the common appointments at the {place} with a weight of {Plain(size)}",
            "transit-detection" => $"{Percent(size)} of the travellers are detected on the passage {place}",
            "leg-closure" => size == 0 ? $"the passage {place} is closed" : $"{Percent(size)} of the passage {place} stays open",
            "transit-danger" => $"deaths on the passage {place} are multiplied by {Plain(size)} ({Relative(size)})",
            "transit-time" => $"the passage {place} takes {Plain(size)} times as long",
            "transit-cost" => $"the passage {place} costs ${Plain(Math.Abs(size) * 1000)} {(size < 0 ? "less" : "more")}",
            "protection-capacity" => $"{More(size, "protection place", "protection places")} {period} in {place} for people in transit",
            "financing" => $"a partner pays for {More(size, "protection place", "protection places")} {period} in {place}",
            "caseworkers" => $"{Plain(Math.Abs(size))} {(size < 0 ? "fewer" : "more")} caseworkers decide on claims in {place}",
            "decision-output" => $"each trained caseworker in {place} processes {Plain(size)} times as many claims ({Relative(size)})",
            "training-time" => $"training a new caseworker in {place} takes {Plain(size)} months",
            "decision-priority" => $"claims{people} get {Plain(size)} times the weight of others when claims are picked for decision in {place}",
            "claim-grant-share" => $"{Percent(size)} of the first decisions on claims{people} in {place} grant protection",
            "claim-withdrawal" => $"{Percent(size)} of the claims{people} that are taken up in {place} turn out to be withdrawn",
            "implicit-withdrawal" => $"{Percent(size)} of the claims{people} that wait in {place} are treated as withdrawn each month",
            "claims-held" => $"{Percent(size)} of the claims of people who come by {place} may not be decided",
            "claims-reopened" => $"{Plain(size)} more claims a month are reopened in {place}",
            "claim-return-rate" => $"{Percent(size)} of the people refused for good in {place} are returned each month",
            "way-flow" => $"arrivals{people} by {place} are multiplied by {Plain(size)} ({Relative(size)})",
            "turn-back" => $"{Plain(size)} people a month who come by {place} are returned before they can claim",
            "push" => $"the desire to leave among people{people} is multiplied by {Plain(Math.Exp(size))}",
            "announcement" => $"a rule is announced under which {Percent(size)} of the attempts at the {place}{people} would succeed",
            _ => $"{clause.Lever.Meaning}: {Plain(size)} {clause.Unit}",
        };
    }

    /// <summary>Where a clause acts: channel, passage, border, route or country.</summary>
    public string Place(ProvisionText clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        var world = compiled.World;
        return clause.Lot is { } lot ? _places.Channel(world.Channels[lot.Channel].Id)
            : clause.Announcement is { } said ? _places.Border(world.Borders[said.Border].Id)
            : PlaceWords.Few(clause.Targets.Select(t => t.Split('.')).Where(t => t.Length > 1).Select(t => _places.Place(t[1])).Distinct());
    }

    private string People(ProvisionText clause)
    {
        var world = compiled.World;
        if (clause.Lot is { } lot)
        {
            return lot.Communities.Count >= world.Communities.Count ? string.Empty : $" for {Communities([.. lot.Communities.Select(c => world.Communities[c.Index])])}";
        }

        string[] codes = clause.Announcement is { } said
            ? [.. said.Nationalities.Select(n => world.Nationalities[n].Code)]
            : [.. clause.Targets.SelectMany(t => t.Split('.').Skip(1)).Where(part => world.Nationalities.Any(n => n.Code == part)).Distinct()];
        return codes.Length == 0 || codes.Length == world.Nationalities.Count || clause.Lever.Subjects.All(s => !s.StartsWith("nationalities", StringComparison.Ordinal))
            ? string.Empty
            : $" from {PlaceWords.Few(codes.Select(_places.Nationality))}";
    }

    private string Communities(Model.Worlds.Community[] communities)
    {
        string[] homes = [.. communities.Select(c => _places.Country(compiled.World.Countries[c.Country.Index].Code)).Distinct()];
        string[] people = [.. communities.Select(c => _places.Nationality(compiled.World.Nationalities[c.Nationality].Code)).Distinct()];
        return homes.Length <= people.Length ? $"people in {PlaceWords.Few(homes)} who come from {PlaceWords.Few(people)}" : $"people from {PlaceWords.Few(people)}";
    }

    private string Watched(Model.Recording.SeriesKey key)
    {
        var place = key.Where is { Length: > 0 } where && where != Model.Recording.SeriesKey.All ? $" ({_places.Place(where)})" : string.Empty;
        var people = key.Nationality == Model.Recording.SeriesKey.All ? string.Empty : $" of people from {_places.Nationality(key.Nationality)}";
        return $"{key.Variable.InWords()}{people}{place}";
    }

    private static string More(double size, string one, string many) => $"{Plain(Math.Abs(size))} {(size < 0 ? "fewer" : "more")} {(Math.Abs(size) == 1 ? one : many)}";

    private static string Relative(double factor) => factor == 1 ? "no change" : $"{Plain(Math.Abs(factor - 1) * 100)}% {(factor < 1 ? "fewer" : "more")}";

    private static string Percent(double share) => $"{Plain(share * 100)}%";

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string Plain(double value) => !double.IsFinite(value) ? "a drawn number of" : value.ToString("#,0.###", CultureInfo.InvariantCulture);
}

/// <summary>A clause of a scenario that its baseline does not have, or has with other terms.</summary>
/// <param name="Instrument">The agreement or the measures it belongs to.</param>
/// <param name="Clause">The clause.</param>
public sealed record ClauseChange(InstrumentText Instrument, ProvisionText Clause)
{
    /// <summary>Clauses of a scenario, told apart into those that differ from the base and those that it shares with it.</summary>
    public static ILookup<bool, ClauseChange> Of(ResolvedScenario scenario, ResolvedScenario? baseline)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var known = (baseline?.Instruments ?? []).SelectMany(i => i.Provisions.Select(p => Terms(i, p))).ToHashSet();
        return scenario.Instruments
            .SelectMany(i => i.Provisions.Select(p => new ClauseChange(i, p)))
            .ToLookup(c => !known.Contains(Terms(c.Instrument, c.Clause)));
    }

    private static object Terms(InstrumentText instrument, ProvisionText clause) => (
        instrument.Id, clause.Id, clause.Lever.Name, clause.Subject, clause.Reciprocal, clause.Terms.Structure, clause.Counted.Structure,
        (clause.Size.Value, clause.From, clause.To, clause.RampMonths, clause.FadeMonths, clause.UnitCost, clause.Counted.Ceiling?.Value, clause.Counted.StayMonths?.Value, clause.Counted.OneForRatio?.Value,
        clause.Counted.MinimumPerYear?.Value, clause.Counted.MoneyShare?.Value));
}
