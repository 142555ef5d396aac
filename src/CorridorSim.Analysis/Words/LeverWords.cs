namespace CorridorSim.Analysis.Words;

/// <summary>A lever as people who write agreements look for it.</summary>
/// <param name="Lever">Name of the lever in scenario files.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Title">What one agrees on, in a few words.</param>
/// <param name="Also">Other words under which one may look for it.</param>
public sealed record LeverWords(string Lever, string Group, string Title, string Also)
{
    private const string Legal = "Legal channels";
    private const string Border = "At the border";
    private const string Transit = "In transit";
    private const string Protection = "Protection";
    private const string Claims = "Claims for protection";
    private const string Home = "Countries of origin";

    /// <summary>All levers, in the order in which they are listed.</summary>
    public static IReadOnlyList<LeverWords> All { get; } =
    [
        new("channel-capacity", Legal, "Places: visas, resettlement, parole", "work visas quota seasonal workers family refugees referrals admission capacity"),
        new("approval-rate", Legal, "Share of applications approved", "acceptance decisions refusal"),
        new("decision-time", Legal, "Time to a decision", "processing waiting backlog months speed"),
        new("fee", Legal, "Cost of applying", "fees price charge"),
        new("forfeiture", Legal, "Bar for people who set out irregularly", "ban ineligible penalty"),
        new("visa-requirement", Legal, "Visa for travel through a country", "visa-free transit airport"),
        new("port-appointments", Border, "Appointments at ports of entry", "CBP One scheduling asylum slots"),
        new("port-access", Border, "Nationalities with access to appointments", "eligibility"),
        new("return-acceptance", Border, "Returns that the neighbour accepts", "readmission take back deportation"),
        new("returns-to-neighbour", Border, "Which returns count as the neighbour's", "readmission third country nationals"),
        new("expulsion-share", Border, "Expulsions under a health order", "pushback Title 42"),
        new("return-share", Border, "Returns under ordinary law", "expedited removal deportation"),
        new("release-share", Border, "Releases into the country", "detention parole release"),
        new("removal-rate", Border, "Removals after release", "deportation enforcement interior"),
        new("border-evasion", Border, "Crossings that are not detected", "surveillance enforcement patrol"),
        new("retry-share", Border, "People who try again after a return", "recidivism repeat consequence"),
        new("announcement", Border, "Announcement of a rule", "information campaign deterrence message"),
        new("leg-closure", Transit, "Closing a route", "close border Darien barrier"),
        new("transit-detection", Transit, "Detection on a passage", "checkpoints patrols enforcement police"),
        new("transit-danger", Transit, "Deaths on a passage", "safety rescue shelter safe transit"),
        new("transit-time", Transit, "Travelling time on a passage", "days buses controlled flow delay"),
        new("transit-cost", Transit, "Cost of a passage", "smugglers price"),
        new("protection-capacity", Protection, "Protection places for people in transit", "asylum regularisation status shelter"),
        new("financing", Protection, "Protection places that a partner pays for", "funding money support burden sharing"),
        new("caseworkers", Claims, "Caseworkers who decide on claims", "staff officials recruitment backlog capacity"),
        new("decision-output", Claims, "Claims decided by one person", "productivity streamlined questionnaire interview overtime"),
        new("training-time", Claims, "Training of new caseworkers", "recruitment staff"),
        new("decision-priority", Claims, "Whose claims are decided first", "streamlined priority nationalities"),
        new("claim-grant-share", Claims, "Share of claims granted", "recognition rate asylum refusal"),
        new("claim-withdrawal", Claims, "Claims that turn out to be withdrawn", "explicit withdrawal"),
        new("implicit-withdrawal", Claims, "Claims treated as withdrawn", "failure to report rules non-compliance"),
        new("claims-held", Claims, "Claims that may not be decided", "inadmissible bar ban pause"),
        new("claims-reopened", Claims, "Claims opened again", "further submissions dependants"),
        new("claim-return-rate", Claims, "Returns after a refusal", "removal deportation enforced voluntary"),
        new("way-flow", Claims, "Arrivals by one means of travel", "boats lorries air patrols beaches"),
        new("turn-back", Claims, "Returns before a claim", "one in one out readmission third country"),
        new("push", Home, "Reasons to leave: aid or a shock", "development investment root causes crisis"),
    ];

    /// <summary>The levers whose words begin with every word of a search, in their order; all when it is empty.</summary>
    public static IReadOnlyList<LeverWords> Find(string search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var asked = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. All.Where(l => Array.TrueForAll(asked, l.Has))];
    }

    private bool Has(string word) => $"{Title} {Group} {Also} {Lever}".Split([' ', ':', ',', '-']).Any(w => w.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
