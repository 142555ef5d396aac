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
