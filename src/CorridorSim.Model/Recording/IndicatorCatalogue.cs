namespace CorridorSim.Model.Recording;

/// <summary>
/// The indicators, a row each: what they measure, how they add up over months and places, and what they are called. Recording,
/// figures, tables, reports, pages and the dictionary ask these rows. Their order is the order of the headline.
/// </summary>
public static class IndicatorCatalogue
{
    private const string EventsPerMonth = "events" + Units.EachMonth;
    private const string CostPerMonth = Units.ThousandUsd + Units.EachMonth;

    private const string Legal = "Legal admissions (people)";
    private const string AtTheBorder = "At the border (events: repeat attempts are counted each time)";
    private const string Protection = "Claims for protection (people)";
    private const string InTransit = "Deaths, returns and protection in transit (people)";

    private static readonly (string, string) OfAdmitted = ("nobody admitted", "somebody admitted");

    /// <summary>All rows, in order of the headline.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new(Indicators.Admissions, Units.PersonsPerMonth, "people who arrive through a legal channel")
        {
            Group = Legal, Heading = "Legal admissions", IsOfChannel = true, MoreIsBetter = true,
            Total = new("legal admissions, all channels", "all channels", "legal admissions through all channels"),
            Places = new("legal admissions: {0}", "{0}", "admissions ({0})"),
        },
        new(Indicators.LegalShare, Units.Share, "legal admissions and arrivals at ports among all arrivals")
        {
            Share = ([Indicators.Admissions, Indicators.EncountersAtPorts], [Indicators.Admissions, Indicators.EncountersAtPorts, Indicators.IrregularArrivals]),
            Group = Legal, Undefined = ("nobody arrived", "somebody arrived"), MoreIsBetter = true,
            Total = new("legal share of arrivals", "legal share of arrivals", "the legal share of arrivals"),
        },
        new(Indicators.IrregularEntries, Units.PersonsPerMonth, "people who arrive irregularly over a passage between two countries")
        {
            Group = "Irregular entries (people)", Detail = PlaceDetail.Card, IsOfHeadlinePassages = true,
            Places = new("irregular entries {0}", "{0}"),
        },
        new(Indicators.EncountersBetweenPorts, EventsPerMonth, "encounters between ports of entry; one person may be encountered more than once")
        {
            Group = AtTheBorder, Detail = PlaceDetail.Card,
            Places = new("encounters between ports {0}", "{0}, between ports"),
        },
        new(Indicators.EncountersAtPorts, EventsPerMonth, "people processed at ports of entry")
        {
            Group = AtTheBorder, Detail = PlaceDetail.Compact,
            Places = new("encounters at ports {0}", "{0}, at ports"),
        },
        new(Indicators.Expulsions, EventsPerMonth, "expulsions under a health order; one person may be expelled more than once")
        {
            Group = AtTheBorder,
            Places = new("expulsions under a health order {0}", "{0}, expelled under a health order"),
        },
        new(Indicators.BorderReturns, EventsPerMonth, "returns from custody at the border under ordinary law; one person may be returned more than once")
        {
            Group = AtTheBorder,
            Places = new("returns from custody under ordinary law {0}", "{0}, returned under ordinary law"),
        },
        new(Indicators.Queue, Units.Persons, "people queueing for a channel at the end of the month")
        {
            Figure = PeriodFigure.Last, Group = "In the queue at the end (people)", IsOfChannel = true,
            Places = new("queue at the end: {0}", "{0}", "the queue at the end ({0})"),
        },
        new(Indicators.Wait, Units.Months, "median wait expected for the people admitted, from queue and pace")
        {
            Figure = PeriodFigure.WeightedMean, Weight = Indicators.Admissions, Adds = false, Undefined = OfAdmitted,
            Group = "Median wait of people admitted (months, estimated from the queue and the admissions of a month, at most 240)", IsOfChannel = true, MoreIsBetter = false,
            Places = new("median wait: {0}", "{0}", "the median wait ({0})"),
        },
        new(Indicators.WayArrivals, Units.PersonsPerMonth, "people who come to claim protection by a way, those turned back among them")
        {
            Group = Protection, Heading = "Arrivals by way", Detail = PlaceDetail.Card,
            Places = new("arrivals: {0}", "arrived, {0}", "arrivals ({0})"),
        },
        new(Indicators.TurnedBack, Units.PersonsPerMonth, "people returned before they can claim protection, by the way they came"),
        new(Indicators.Claims, Units.PersonsPerMonth, "claims for protection made in a country")
        {
            Group = Protection, Detail = PlaceDetail.Compact,
            Places = new("claims: {0}", "claims, {0}", "claims ({0})"),
        },
        new(Indicators.FirstDecisions, Units.PersonsPerMonth, "first decisions on claims for protection")
        {
            Group = Protection, Detail = PlaceDetail.Compact,
            Places = new("first decisions: {0}", "first decisions, {0}", "first decisions ({0})"),
        },
        new(Indicators.ClaimGrants, Units.PersonsPerMonth, "first decisions that grant protection")
        {
            Group = Protection, Detail = PlaceDetail.Compact,
            Places = new("grants: {0}", "of which grants, {0}", "grants ({0})"),
        },
        new(Indicators.ClaimRefusals, Units.PersonsPerMonth, "first decisions that refuse protection"),
        new(Indicators.ClaimWithdrawals, Units.PersonsPerMonth, "claims for protection withdrawn, or treated as withdrawn")
        {
            Group = Protection, Detail = PlaceDetail.Compact,
            Places = new("claims withdrawn: {0}", "withdrawn, {0}", "claims withdrawn ({0})"),
        },
        new(Indicators.ClaimsReopened, Units.PersonsPerMonth, "claims opened again, counted late or of dependants: what claims less decisions and withdrawals leave unexplained"),
        new(Indicators.ClaimsWaiting, Units.Persons, "people who wait for a first decision on their claim at the end of the month")
        {
            Figure = PeriodFigure.Last, Group = Protection, Detail = PlaceDetail.Compact, MoreIsBetter = false, Heading = "People waiting for a first decision",
            Places = new("waiting for a first decision at the end: {0}", "waiting at the end, {0}", "the queue for a first decision at the end ({0})"),
        },
        new(Indicators.AppealsLodged, Units.PersonsPerMonth, "appeals lodged against refusals of protection"),
        new(Indicators.AppealsDetermined, Units.PersonsPerMonth, "appeals against refusals of protection that are decided"),
        new(Indicators.AppealsAllowed, Units.PersonsPerMonth, "appeals against refusals of protection that succeed"),
        new(Indicators.AppealsWaiting, Units.Persons, "people who wait for a decision on appeal at the end of the month") { Figure = PeriodFigure.Last, MoreIsBetter = false },
        new(Indicators.RefusedHere, Units.Persons, "people refused for good who are in the country at the end of the month") { Figure = PeriodFigure.Last },
        new(Indicators.ClaimReturns, Units.PersonsPerMonth, "people returned after a refusal of protection")
        {
            Group = Protection,
            Places = new("returns after refusal: {0}", "returned after refusal, {0}", "returns after refusal ({0})"),
        },
        new(Indicators.TrainedStaff, Units.Persons, "people who decide on claims at the end of the month, those in training by what they can do") { Figure = PeriodFigure.Last },
        new(Indicators.Deaths, Units.PersonsPerMonth, "deaths in transit")
        {
            Group = InTransit, MoreIsBetter = false,
            Total = new("deaths in transit", "deaths"),
        },
        new(Indicators.SentHome, Units.PersonsPerMonth, "people whom a country sends home: detected in transit, flown home from its border, or removed")
        {
            Group = InTransit,
            Total = new("people sent home by a country", "sent home by a country"),
        },
        new(Indicators.Removals, Units.PersonsPerMonth, "people removed under ordinary law, from detention or after release")
        {
            Group = InTransit,
            Total = new("people removed under ordinary law", "of whom removed under ordinary law"),
        },
        new(Indicators.GivingUp, Units.PersonsPerMonth, "people who turn back by their own decision, in transit or while they wait at a border")
        {
            Group = InTransit,
            Total = new("people who gave up in transit", "gave up in transit"),
        },
        new(Indicators.SettledOnTheWay, Units.PersonsPerMonth, "people in transit who settle in a country without protection from it")
        {
            Group = InTransit, Heading = "Settled in transit",
            Total = new("people settled in transit", "settled in transit"),
        },
        new(Indicators.Protected, Units.PersonsPerMonth, "people in transit who receive protection or a regular status")
        {
            Group = InTransit, MoreIsBetter = true,
            Total = new("people protected in transit", "protected in transit"),
        },
        new(Indicators.MeanWait, Units.Months, "mean wait of the people admitted")
        {
            Figure = PeriodFigure.WeightedMean, Weight = Indicators.Admissions, Adds = false, Undefined = OfAdmitted, IsOfChannel = true, MoreIsBetter = false,
        },
        new(Indicators.Applications, Units.PersonsPerMonth, "applications to a legal channel") { IsOfChannel = true },
        new(Indicators.Approvals, Units.PersonsPerMonth, "applications approved, in channels with a time from approval to arrival") { IsOfChannel = true },
        new(Indicators.Refusals, Units.PersonsPerMonth, "applications refused") { IsOfChannel = true },
        new(Indicators.Withdrawals, Units.PersonsPerMonth, "applicants who withdraw, or whose channel closes") { IsOfChannel = true },
        new(Indicators.SeasonalWorkers, Units.Persons, "people in the country through a seasonal channel, at the end of the month") { IsOfChannel = true },
        new(Indicators.SeasonalReturns, Units.PersonsPerMonth, "workers who go home when their season ends") { IsOfChannel = true },
        new(Indicators.Displacements, Units.PersonsPerMonth, "people who flee to a country and join those of their nationality there") { IsOfChannel = true },
        new(Indicators.Readmissions, Units.PersonsPerMonth, "people who arrived over a leg and were sent back to its start"),
        new(Indicators.Evasions, Units.PersonsPerMonth, "people who enter undetected"),
        new(Indicators.IrregularArrivals, Units.PersonsPerMonth, "people who enter between ports and stay, released or undetected"),
        new(Indicators.TransitDetections, EventsPerMonth, "detections of people in transit; one person may be detected more than once"),
        new(Indicators.InTransit, Units.Persons, "people in transit or waiting in a country at the end of the month") { Figure = PeriodFigure.Last },
        new(Indicators.PerceivedSuccess, Units.Share, "perceived chance of success at a border") { Adds = false },
        new(Indicators.Awareness, Units.Share, "awareness of a route in a nationality") { Adds = false },
        new(Indicators.PlacesTaken, Units.PersonsPerMonth, "places of a clause that are taken, where a ceiling, a stay or an exchange depends on them"),
        new(Indicators.Delivery, Units.Share, "share of a provision that is delivered") { Adds = false },
        new(Indicators.Promised, string.Empty, "what a provision promises by its dates and ramp, in the unit of its lever") { Adds = false },
        new(Indicators.Delivered, string.Empty, "what a provision delivers after conditions, compliance and reciprocity, in the unit of its lever") { Adds = false },
        new(Indicators.Compliance, Units.Share, "how far a party keeps to an agreement") { Adds = false },
        new(Indicators.Cost, CostPerMonth, "cost of a provision"),
        new(Indicators.Spending, CostPerMonth, "what a country pays under an agreement or for its measures"),
    ];

    private static readonly Dictionary<string, Indicator> ByName = All.ToDictionary(i => i.Name, StringComparer.Ordinal);

    /// <summary>Indicators that are not recorded but worked out of others.</summary>
    public static IEnumerable<Indicator> WorkedOut => All.Where(i => i.Share is not null);

    /// <summary>The row of an indicator; for one that only a saved run knows, a plain row with its name.</summary>
    public static Indicator Of(string name) => ByName.TryGetValue(name, out var row) ? row : new Indicator(name, string.Empty, name.InWords());
}
