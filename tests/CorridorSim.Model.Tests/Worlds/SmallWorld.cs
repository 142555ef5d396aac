using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Worlds;

/// <summary>
/// A world of four countries: two origins (ALF, BET), a transit country (TRA) with the waiting place, a destination (DES).
/// Two routes, a long one over land that both may use and one by air for ALF; two channels into the destination.
/// </summary>
internal sealed class SmallWorld
{
    private readonly List<InputSlot> _slots = [];
    private readonly List<Instrument> _instruments = [];

    public static CountryIndex Alf => new(0);

    public static CountryIndex Bet => new(1);

    public static CountryIndex Tra => new(2);

    public static CountryIndex Des => new(3);

    public double PersonsAtHome { get; init; } = 1_000_000;

    public double ParolePlaces { get; init; } = 500;

    public double ExpulsionShare { get; init; } = 0.4;

    public double Openness { get; init; } = 1;

    public double ShockSpread { get; init; } = 0.3;

    /// <summary>Legal classes open to ALF, with their places a month, in place of the two usual channels.</summary>
    public IReadOnlyList<(string Id, double Places)> Classes { get; init; } = [];

    /// <summary>Makes one more channel, into which both nationalities are named; null for none.</summary>
    public Func<SmallWorld, Channel, Channel>? Named { get; init; }

    public IReadOnlyList<InputSlot> Slots => _slots;

    public Slot SlotOf(string path) => Find(path) ?? throw new ArgumentException($"The world has no input '{path}'.");

    public Slot Slot(string path, double value, double minimum = 0, double maximum = double.PositiveInfinity) =>
        Find(path) ?? Add(path, Distribution.Constant(value), minimum, maximum);

    /// <summary>A slot with a unit of its own, made before anything else asks for its path.</summary>
    public void SlotIn(string path, string unit, double value) => _slots.Add(
        new InputSlot(path, unit, Distribution.Constant(value), 0, double.PositiveInfinity, path, InputBasis.Assumed, "made for tests", "low"));

    public Slot Add(string path, Distribution value, double minimum, double maximum)
    {
        _slots.Add(new InputSlot(path, "-", value, minimum, maximum, path, InputBasis.Assumed, "made for tests", "low"));
        return new Slot(_slots.Count - 1);
    }

    public void Enact(Instrument instrument) => _instruments.Add(instrument);

    public Provision Provision(
        string id,
        Combination combination,
        double size,
        string[] targets,
        double fromMonth,
        Announcement? announcement = null,
        double rampMonths = 0) => new(
        id,
        "test",
        [.. targets.Select(SlotOf)],
        combination,
        Slot($"{id}.size", size, double.NegativeInfinity),
        Slot($"{id}.in-force", 1),
        Slot($"{id}.from", fromMonth),
        Slot($"{id}.to", double.PositiveInfinity),
        Slot($"{id}.ramp", rampMonths),
        Slot($"{id}.fade", 0),
        null,
        [],
        Slot($"{id}.unit-cost", 0),
        null,
        announcement);

    public Instrument Agreement(string id, IReadOnlyList<Provision> provisions, params Condition[] conditions) => new(
        id, id, true, [Tra, Des], "made for tests", Slot($"{id}.signed", 0), Slot($"{id}.sunset", double.PositiveInfinity), provisions, conditions);

    public SmallWorld Declare()
    {
        _ = Structure();
        return this;
    }

    public WorldPlan Build() => Structure() with { Slots = _slots, Instruments = _instruments };

    public Experiment Experiment(int replicates = 8, int months = 24, ulong seed = 7, params Variant[] variants) => new()
    {
        World = Build(),
        Variants = variants.Length == 0 ? [new Variant("base", [])] : variants,
        Replicates = replicates,
        Seed = seed,
        FirstMonth = FirstMonth,
        Months = months,
        Recorded = null,
    };

    public static int FirstMonth => CalendarMonth.Of(2021, 1);

    public Variant Variant(string name, params (string Path, double Value)[] settings) =>
        new(name, [.. settings.Select(s => new SlotSetting(SlotOf(s.Path), Distribution.Constant(s.Value))).OrderBy(s => s.Slot)]);

    private Slot? Find(string path) => _slots.FindIndex(s => s.Path == path) is >= 0 and var index ? new Slot(index) : null;

    private WorldPlan Structure() => new()
    {
        Id = "small",
        Slots = _slots,
        Samples = [],
        Behaviour = BehaviourSlots(),
        Countries =
        [
            Country("ALF", 5), Country("BET", 8), Country("TRA", 15), Country("DES", 70),
        ],
        Nationalities =
        [
            new Nationality("ALF", new CommunityIndex(0), Slot("nationality.ALF.pull", -0.2, -20, 20), Slot("nationality.ALF.shock-spread", ShockSpread), Slot("nationality.ALF.shock-persistence", 0.7), Slot("nationality.ALF.push", 0, -20, 20)),
            new Nationality("BET", new CommunityIndex(1), Slot("nationality.BET.pull", -0.5, -20, 20), Slot("nationality.BET.shock-spread", ShockSpread), Slot("nationality.BET.shock-persistence", 0.7), Slot("nationality.BET.push", 0, -20, 20)),
        ],
        Communities = [Community(Alf, 0, "ALF@ALF"), Community(Bet, 1, "BET@BET"), Community(Bet, 0, "ALF@BET")],
        Diasporas = [new Diaspora(Des, 0, Slot("diaspora.ALF", 200_000)), new Diaspora(Des, 1, Slot("diaspora.BET", 100_000))],
        Places = [new Place("TRA-south", Tra), new Place("TRA-north", Tra)],
        Legs = [Leg("TRA:through", 0, 1)],
        Borders =
        [
            new Border("TRA>DES", Des, 1, Slot("border.death", 0.0003, 0, 1), Slot("border.acceptance", 1e9), Slot("border.port-places", 100), [Regime("ALF"), Regime("BET")]),
        ],
        Routes =
        [
            new Route("land", 0, [new LegIndex(0)], Slot("route.land.dread", 0.5, -20, 20),
                [User("land", 0, 800), User("land", 1, 300)],
                [Entry("land", 0, 0), Entry("land", 1, 0), Entry("land", 2, 0)]),
            new Route("air", 0, [], Slot("route.air.dread", 0, -20, 20), [User("air", 0, 500)], [Entry("air", 0, 0)]),
        ],
        Channels =
        [
            .. Classes.Count > 0
                ? Classes.Select(c => Channel(c.Id, c.Places, [0]))
                : [Channel("parole", ParolePlaces, [0]), Channel("work-visa", 300, [1])],
            .. Named is null ? Array.Empty<Channel>() : [Named(this, Channel("named", 1200, [0, 1, 2]) with { IsNamed = true })],
        ],
        Instruments = _instruments,
    };

    private Country Country(string code, double income) => new(
        code, code, 0, 0, Slot($"{code}.income", income), Slot($"{code}.population", PersonsAtHome), Slot($"{code}.protection-places", code == "TRA" ? 50 : 0), Slot($"{code}.protection-uptake", 0.1));

    private Community Community(CountryIndex country, int nationality, string id) => new(
        country, nationality, Slot($"{id}.persons", id == "ALF@BET" ? PersonsAtHome / 10 : PersonsAtHome), Slot($"{id}.ready-share", 0.05, 0, 1), Slot("renewal", 0.04));

    private Leg Leg(string id, int from, int to) => new(
        id, from, to, Slot($"{id}.days", 20), Slot($"{id}.cost", 1.2), Slot($"{id}.death", 0.0006, 0, 1), Slot($"{id}.detection", 0.2, 0, 1), Slot($"{id}.give-up", 0.25, 0, 1), Slot($"{id}.stay", 0.02, 0, 1), Slot($"{id}.openness", Openness, 0, 1));

    private BorderRegime Regime(string n) => new(
        Slot($"{n}.evasion", 0.1, 0, 1), Slot($"{n}.expulsion-share", ExpulsionShare, 0, 1), Slot($"{n}.return-share", 0, 0, 1), Slot($"{n}.release", 0.8, 0, 1), Slot($"{n}.retry", 0.5, 0, 0.99), Slot($"{n}.removal", 0.01, 0, 4), Slot($"{n}.neighbour", 0, 0, 1), Slot($"{n}.port-slots", 0), Slot($"{n}.port-access", 1, 0, 1));

    private RouteUser User(string route, int nationality, double flow) => new(
        nationality, Slot($"{route}.{nationality}.flow", flow), Slot($"{route}.{nationality}.visa", 0, 0, 1));

    private RouteEntry Entry(string route, int community, int step) => new(
        new CommunityIndex(community), step, Slot($"{route}.{community}.days", 5), Slot($"{route}.{community}.cost", 0.5));

    private Channel Channel(string id, double places, int[] communities) => new(
        id, Des, "parole", "parole", Slot($"{id}.appeal", 1, -20, 20), Slot($"{id}.approval", 0.9, 0, 1), Slot($"{id}.decision", 0.5), Slot($"{id}.withdrawal", 0.04, 0, 4), Slot($"{id}.fee", 0), [new ChannelLot("base", Slot($"{id}.places", places), [.. communities.Select(CommunityIndex.Of)])]);

    private Behaviour BehaviourSlots() => new()
    {
        ArrivalElasticity = Slot("eta", 0.9),
        WordOfMouth = Slot("beta", 0.37),
        Innovation = Slot("iota", 0.0003),
        ForgettingMonths = Slot("tau", 8.5),
        AwarenessCeiling = Slot("ceiling", 1, 1e-6, 1),
        CommonShockShare = Slot("common-shocks", 0, 0, 1),
        PerceptionLagMonths = Slot("lag", 1.7),
        AnnouncementWeight = Slot("w0", 0.76, 0, 1),
        ContradictionRate = Slot("kappa", 0.25),
        CostSensitivity = Slot("theta", 0.3),
        IncomeElasticity = Slot("income-elasticity", 0.7),
        VisaPenalty = Slot("visa-penalty", 2.8),
        RouteScale = Slot("rho", 0.6, 0.05, 1),
        MoveScale = Slot("mu", 0.7, 0.05, 1),
        DiasporaElasticity = Slot("diaspora-elasticity", 0.65),
        WaitSensitivity = Slot("delta", 0.15),
        ForfeitureWeight = Slot("forfeiture-weight", 4),
        HopeMonths = Slot("hope-months", 12),
        BorderSharpness = Slot("nu", 3.5),
        GiveUpValue = Slot("g0", 0.42),
        TurningBackShare = Slot("turning-back", 1, 0, 1),
        StayingShare = Slot("staying", 0, 0, 1),
        WordOfMouthElasticity = Slot("alpha", 1, 0, 1),
        AppointmentSuccess = Slot("phi", 0.9, 0, 1),
        BorderDecisionMonths = Slot("decision-months", 0.5),
        ThroughputMonths = Slot("throughput-months", 3),
    };
}
