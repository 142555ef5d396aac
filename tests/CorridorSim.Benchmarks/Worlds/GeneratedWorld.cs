using System.Globalization;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Benchmarks.Worlds;

/// <summary>
/// A world of any size with constant inputs: routes of equal length lead from the last countries to the border between the
/// second and the first; communities are spread over countries, nationalities and routes in turn. One size can grow while
/// the others stay.
/// </summary>
internal sealed class GeneratedWorld
{
    /// <summary>One community in so many may use a channel.</summary>
    private const int EligibleOneIn = 4;

    private const double PlacesOfAllChannels = 1600;

    private static readonly int FirstMonth = CalendarMonth.Of(2021, 1);

    private readonly List<InputSlot> _slots = [];
    private readonly Dictionary<string, Slot> _known = [];

    /// <summary>Countries, at least 3.</summary>
    public int Countries { get; init; } = 230;

    /// <summary>Nationalities, at most as many as communities.</summary>
    public int Nationalities { get; init; } = 12;

    /// <summary>Communities.</summary>
    public int Communities { get; init; } = 500;

    /// <summary>Routes.</summary>
    public int Routes { get; init; } = 20;

    /// <summary>Legs of each route, fewer than countries.</summary>
    public int LegsPerRoute { get; init; } = 8;

    /// <summary>Channels; all together have the same places, whatever their number, and each is open to the same share of communities.</summary>
    public int Channels { get; init; } = 4;

    /// <summary>Agreements, each with provisions on places, detection and evasion.</summary>
    public int Agreements { get; init; }

    /// <summary>An experiment of one variant.</summary>
    public Experiment Experiment(int replicates, int months) => new()
    {
        World = Build(),
        Variants = [new Variant("generated", [])],
        Replicates = replicates,
        Seed = 7,
        FirstMonth = FirstMonth,
        Months = months,
    };

    private WorldPlan Build() => new()
    {
        Id = "generated",
        Slots = _slots,
        Samples = [],
        Behaviour = BehaviourSlots(),
        Countries = [.. Numbers(Countries).Select(Country)],
        Nationalities = [.. Numbers(Nationalities).Select(n => new Nationality(
            $"N{n:D2}", new CommunityIndex(n), Slot("pull", -0.5), Slot("spread", 0.3), Slot("persistence", 0.7), Slot("push", 0)))],
        Communities = [.. Numbers(Communities).Select(c => new Community(
            new CountryIndex(c % Countries), c % Nationalities, Slot($"persons {c}", 200_000 + c), Slot("ready", 0.05), Slot("renewal", 0.04)))],
        Diasporas = [.. Numbers(Nationalities).Select(n => new Diaspora(new CountryIndex(0), n, Slot($"diaspora {n}", 50_000)))],
        Places = [.. Numbers(Countries).Select(c => new Place($"place {c}", new CountryIndex(c)))],
        Legs = [.. Numbers(Routes).SelectMany(r => Numbers(LegsPerRoute).Select(step => Leg(r, step)))],
        Borders = [new Border("border", new CountryIndex(0), 1, Slot("border death", 0.0003), Slot("acceptance", 1e9), Slot("port", 100), [.. Numbers(Nationalities).Select(_ => Regime())])],
        Routes = [.. Numbers(Routes).Select(Route)],
        Channels = [.. Numbers(Channels).Select(Channel)],
        Instruments = [.. Numbers(Agreements).Select(Agreement)],
    };

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private Slot Slot(string path, double value)
    {
        if (!_known.TryGetValue(path, out var slot))
        {
            _known.Add(path, slot = new Slot(_slots.Count));
            _slots.Add(new InputSlot(
                path, "-", Distribution.Constant(value), double.NegativeInfinity, double.PositiveInfinity, path, InputBasis.Assumed, "generated", "low"));
        }

        return slot;
    }

    private Country Country(int c) => new(
        string.Create(CultureInfo.InvariantCulture, $"C{c:D3}"), $"Country {c}", 0, 0,
        Slot($"income {c}", c == 0 ? 70 : 5 + (c % 20)), Slot("population", 5e6), Slot("protection places", 10), Slot("uptake", 0.05));

    /// <summary>Country of a step: downwards to the second country, the same for all routes of the same length.</summary>
    private int CountryOfStep(int step) => 1 + ((LegsPerRoute - step) * (Countries - 2) / LegsPerRoute);

    private Leg Leg(int route, int step) => new(
        $"leg {route} {step}", CountryOfStep(step), CountryOfStep(step + 1),
        Slot("days", 8), Slot("cost", 0.2), Slot("death", 0.0001), Slot("detection", 0.1), Slot("give up", 0.2), Slot("stay", 0.01), Slot("openness", 1));

    private Route Route(int r) => new(
        $"route {r}", 0, [.. Numbers(LegsPerRoute).Select(step => new LegIndex((r * LegsPerRoute) + step))], Slot($"dread {r}", 0.1 * (r % 5)),
        [.. Numbers(Nationalities).Select(n => new RouteUser(n, Slot("start flow", 100), Slot("visa", 0)))],
        [.. Numbers(Communities).Where(c => c % Routes == r).Select(c => new RouteEntry(new CommunityIndex(c), 0, Slot("access days", 5), Slot("access cost", 0.5)))]);

    private BorderRegime Regime() => new(
        Slot("evasion", 0.1), Slot("expulsion", 0.4), Slot("return", 0), Slot("release", 0.8), Slot("retry", 0.5), Slot("removal", 0.01), Slot("neighbour", 0), Slot("port slots", 0), Slot("port access", 1));

    private Channel Channel(int k) => new(
        $"channel {k}", new CountryIndex(0), "work-visa", "worker", Slot("appeal", 1), Slot("approval", 0.9), Slot("decision", 0.5), Slot("withdrawal", 0.04), Slot("fee", 0.2),
        [new ChannelLot("base", Slot("places", PlacesOfAllChannels / Channels), [.. Numbers(Communities).Where(c => (c + k) % EligibleOneIn == 0).Select(CommunityIndex.Of)])]);

    /// <summary>An agreement that begins in one of the first twelve months and grows over half a year.</summary>
    private Instrument Agreement(int i) => new(
        $"agreement {i}", $"Agreement {i}", IsAgreement: true, [new CountryIndex(0), new CountryIndex(1)], "generated", Slot("signed", FirstMonth), Slot("sunset", double.PositiveInfinity),
        [
            Provision(i, "places", Combination.Add, 10),
            Provision(i, "detection", Combination.Multiply, 1.01),
            Provision(i, "evasion", Combination.Multiply, 0.99),
        ],
        []);

    private Provision Provision(int agreement, string lever, Combination combination, double size) => new(
        lever, lever, [_known[lever]], combination, Slot($"size of {lever}", size), Slot("in force", 1), Slot($"from {agreement % 12}", FirstMonth + (agreement % 12)),
        Slot("to", double.PositiveInfinity), Slot("ramp", 6), Slot("fade", 0), Party: null, ReciprocalTo: [], Slot("unit cost", 0), Payer: null, Announcement: null);

    private Behaviour BehaviourSlots() => new()
    {
        ArrivalElasticity = Slot("eta", 0.9),
        WordOfMouth = Slot("beta", 0.37),
        Innovation = Slot("iota", 0.0003),
        ForgettingMonths = Slot("tau", 8.5),
        AwarenessCeiling = Slot("ceiling", 1),
        CommonShockShare = Slot("common shocks", 0),
        PerceptionLagMonths = Slot("lag", 1.7),
        AnnouncementWeight = Slot("w0", 0.76),
        ContradictionRate = Slot("kappa", 0.25),
        CostSensitivity = Slot("theta", 0.3),
        IncomeElasticity = Slot("income elasticity", 0.7),
        VisaPenalty = Slot("visa penalty", 2.8),
        RouteScale = Slot("rho", 0.6),
        MoveScale = Slot("mu", 0.7),
        DiasporaElasticity = Slot("diaspora elasticity", 0.65),
        WaitSensitivity = Slot("delta", 0.15),
        ForfeitureWeight = Slot("forfeiture-weight", 4),
        HopeMonths = Slot("hope-months", 12),
        BorderSharpness = Slot("nu", 3.5),
        GiveUpValue = Slot("g0", 0.42),
        TurningBackShare = Slot("turning back", 1),
        StayingShare = Slot("staying", 0),
        WordOfMouthElasticity = Slot("alpha", 1),
        AppointmentSuccess = Slot("phi", 0.9),
        BorderDecisionMonths = Slot("decision months", 0.5),
        ThroughputMonths = Slot("throughput months", 3),
    };
}
