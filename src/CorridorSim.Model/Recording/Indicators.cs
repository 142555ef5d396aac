namespace CorridorSim.Model.Recording;

/// <summary>Names of the indicators; what they are stands in <see cref="IndicatorCatalogue"/>.</summary>
public static class Indicators
{
    /// <summary>People who arrive through a channel.</summary>
    public const string Admissions = "admissions";

    /// <summary>People who flee to a country and join those of their nationality there.</summary>
    public const string Displacements = "displacements";

    /// <summary>Applications to a channel.</summary>
    public const string Applications = "applications";

    /// <summary>Applications approved, in channels with a time from approval to arrival.</summary>
    public const string Approvals = "approvals";

    /// <summary>Applications refused.</summary>
    public const string Refusals = "refusals";

    /// <summary>Applicants who withdraw or whose channel closes.</summary>
    public const string Withdrawals = "withdrawals";

    /// <summary>People queueing for a channel.</summary>
    public const string Queue = "queue";

    /// <summary>Median wait of the people admitted; not-a-number when nobody is.</summary>
    public const string Wait = "wait";

    /// <summary>Mean wait of the people admitted; not-a-number when nobody is.</summary>
    public const string MeanWait = "mean-wait";

    /// <summary>People here by a channel for the season.</summary>
    public const string SeasonalWorkers = "seasonal-workers";

    /// <summary>Workers who go home when their season ends.</summary>
    public const string SeasonalReturns = "seasonal-returns";

    /// <summary>People who arrive irregularly over a passage between two countries.</summary>
    public const string IrregularEntries = "irregular-entries";

    /// <summary>People who arrived over a leg and were sent back to its start.</summary>
    public const string Readmissions = "readmissions";

    /// <summary>Encounters between ports, events.</summary>
    public const string EncountersBetweenPorts = "encounters-between-ports";

    /// <summary>People processed at ports.</summary>
    public const string EncountersAtPorts = "encounters-at-ports";

    /// <summary>Expulsions under a health order, events.</summary>
    public const string Expulsions = "expulsions";

    /// <summary>Returns from custody at a border under ordinary law, events.</summary>
    public const string BorderReturns = "border-returns";

    /// <summary>People removed under ordinary law, from detention or after release.</summary>
    public const string Removals = "removals";

    /// <summary>People who enter undetected.</summary>
    public const string Evasions = "evasions";

    /// <summary>People who enter between ports and stay, released or undetected.</summary>
    public const string IrregularArrivals = "irregular-arrivals";

    /// <summary>Deaths on a passage.</summary>
    public const string Deaths = "deaths";

    /// <summary>People whom a country sends home: detected in transit, turned back at its border for good, or removed.</summary>
    public const string SentHome = "sent-home";

    /// <summary>People who turn back by their own decision, at a closed leg or while they wait at a border.</summary>
    public const string GivingUp = "giving-up";

    /// <summary>People on the way who settle in a country without protection from it.</summary>
    public const string SettledOnTheWay = "settled-on-the-way";

    /// <summary>Detections of people in transit, events.</summary>
    public const string TransitDetections = "transit-detections";

    /// <summary>People in transit who receive protection or a regular status.</summary>
    public const string Protected = "protected";

    /// <summary>People in transit or waiting in a country.</summary>
    public const string InTransit = "in-transit";

    /// <summary>Perceived chance of success at a border.</summary>
    public const string PerceivedSuccess = "perceived-success";

    /// <summary>Awareness of a route.</summary>
    public const string Awareness = "awareness";

    /// <summary>Places of a clause that are taken.</summary>
    public const string PlacesTaken = "places-taken";

    /// <summary>Share of a provision that is delivered.</summary>
    public const string Delivery = "delivery";

    /// <summary>Cost of a provision.</summary>
    public const string Cost = "cost";

    /// <summary>What a provision promises by its dates and ramp, in the unit of its lever.</summary>
    public const string Promised = "promised";

    /// <summary>What it delivers after conditions, compliance and reciprocity, in the unit of its lever.</summary>
    public const string Delivered = "delivered";

    /// <summary>How far a party keeps to an agreement.</summary>
    public const string Compliance = "compliance";

    /// <summary>People who come to claim by a way, those turned back among them.</summary>
    public const string WayArrivals = "arrivals-by-way";

    /// <summary>People returned before they can claim, by the way they came.</summary>
    public const string TurnedBack = "turned-back";

    /// <summary>Claims for protection made in a country.</summary>
    public const string Claims = "claims";

    /// <summary>Claims opened again, counted late or of dependants: what claims less decisions and withdrawals leave unexplained.</summary>
    public const string ClaimsReopened = "claims-reopened";

    /// <summary>Claims withdrawn, or treated as withdrawn.</summary>
    public const string ClaimWithdrawals = "claim-withdrawals";

    /// <summary>First decisions on claims.</summary>
    public const string FirstDecisions = "first-decisions";

    /// <summary>First decisions that grant.</summary>
    public const string ClaimGrants = "claim-grants";

    /// <summary>First decisions that refuse.</summary>
    public const string ClaimRefusals = "claim-refusals";

    /// <summary>People who wait for a first decision.</summary>
    public const string ClaimsWaiting = "claims-waiting";

    /// <summary>Appeals lodged.</summary>
    public const string AppealsLodged = "appeals-lodged";

    /// <summary>Appeals decided.</summary>
    public const string AppealsDetermined = "appeals-determined";

    /// <summary>Appeals that succeed.</summary>
    public const string AppealsAllowed = "appeals-allowed";

    /// <summary>People who wait for a decision on appeal.</summary>
    public const string AppealsWaiting = "appeals-waiting";

    /// <summary>People refused for good who are in the country.</summary>
    public const string RefusedHere = "refused-here";

    /// <summary>People returned after a refusal.</summary>
    public const string ClaimReturns = "claim-returns";

    /// <summary>People who decide on claims, those in training by what they can do.</summary>
    public const string TrainedStaff = "trained-staff";

    /// <summary>What a country pays under an instrument.</summary>
    public const string Spending = "spending";

    /// <summary>Legal admissions and arrivals at ports, over these and irregular arrivals.</summary>
    public const string LegalShare = "legal-share";
}
