using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>The network is made from what sections say that they write; here it is held against what countries ask for.</summary>
public sealed class PostalNetworkTests
{
    [Fact]
    public void No_row_is_told_that_none_of_those_who_hear_it_asks_for()
    {
        var plan = Plan();
        var reads = Reads(plan);

        foreach (var wire in plan.Wires.Where(w => w.Recipients.All(r => plan.Participants[r].IsCountry)))
        {
            Assert.All(wire.Rows, row => Assert.Contains(wire.Recipients, r => reads[r].Contains(row)));
        }
    }

    [Fact]
    public void Nobody_asks_for_a_row_that_is_not_told()
    {
        var plan = Plan();
        var reads = Reads(plan);

        Assert.All(plan.Participants.Where(p => p.IsCountry), p => Assert.All(reads[p.Index], row => Assert.NotEmpty(plan.Incoming(p.Index, row))));
    }

    [Theory]
    [InlineData(RowKind.Weight, false)]
    [InlineData(RowKind.Waiting, false)]
    [InlineData(RowKind.Applied, false)]
    [InlineData(RowKind.Admitted, false)]
    [InlineData(RowKind.Declined, false)]
    [InlineData(RowKind.Travelling, true)]
    [InlineData(RowKind.Attempting, true)]
    [InlineData(RowKind.AtPort, true)]
    [InlineData(RowKind.Arriving, true)]
    [InlineData(RowKind.Homecoming, true)]
    public void People_travel_in_rows_of_their_own_and_news_of_them_does_not_count_twice(RowKind kind, bool carriesPersons)
    {
        Assert.Equal(carriesPersons, new WireRow(kind, 0).CarriesPersons);
        Assert.Contains(Plan().Wires, w => w.Rows.Any(r => r.Kind == kind));
    }

    [Fact]
    public void A_weight_is_told_in_the_tick_in_which_it_changes_and_not_again()
    {
        var world = new SmallWorld().Declare();
        world.Enact(world.Agreement("pact", [world.Provision("change", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 2)]));
        var plan = BlockPlan.Compile(world.Experiment(months: 4) with { Replicates = 16 });
        var agreement = new Block(plan, new LaneRange(0, 16)).CreateParticipant(0);
        var letters = new Letter[plan.OutgoingWires[0].Length];

        var told = Enumerable.Range(0, plan.Ticks).SelectMany(tick =>
        {
            agreement.Advance(tick, [], letters);
            var (rows, isNew) = (letters[0].Rows, letters[0].IsNew!);
            return new[] { 0, 1 }.Where(octet => isNew[octet]).Select(octet => (tick, octet, rows.Lane(0, octet * LaneTable.OctetLanes))).ToArray();
        });

        Assert.Equal([(2 * Experiment.TicksPerMonth, 0, 1.0), (2 * Experiment.TicksPerMonth, 1, 1.0)], told);
    }

    [Fact]
    public void The_network_is_made_once_for_a_world()
    {
        var world = new SmallWorld().Declare();
        var experiment = world.Experiment();

        Assert.Same(BlockPlan.Compile(experiment).Wires, BlockPlan.Compile(experiment with { Months = 3, Seed = 7 }).Wires);
    }

    [Fact]
    public void Who_watches_an_unknown_series_is_named()
    {
        var world = new SmallWorld().Declare();
        var unknown = new SeriesKey(Indicators.Queue, "nowhere", SeriesKey.All);
        world.Enact(world.Agreement("pact", [], new Condition(
            ConditionKind.SuspendWhen, -1, unknown, true, world.Slot("c.in-force", 1), world.Slot("c.threshold", 1), world.Slot("c.release", 1), world.Slot("c.for", 0))));

        var message = Assert.Throws<ArgumentException>(() => BlockSimulation.Run(BlockPlan.Compile(world.Experiment()), new LaneRange(0, 8))).Message;

        Assert.Contains("'pact' watches the unknown series 'queue:nowhere/ALL'", message, StringComparison.Ordinal);
    }

    private static BlockPlan Plan()
    {
        var world = new SmallWorld().Declare();
        world.Enact(world.Agreement("pact", [world.Provision("places", Combination.Add, 100, ["parole.places"], SmallWorld.FirstMonth)]));
        return BlockPlan.Compile(world.Experiment(months: 1));
    }

    private static Dictionary<int, HashSet<WireRow>> Reads(BlockPlan plan)
    {
        var scope = new Block(plan, new LaneRange(0, 8)).Scope;
        return plan.Participants.Where(p => p.IsCountry).ToDictionary(p => p.Index, p => new CountryParticipant(scope, p).Reads.ToHashSet());
    }
}
