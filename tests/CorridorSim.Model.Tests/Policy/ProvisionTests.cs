using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

/// <summary>The inputs of a clause: by them is told apart what belongs to it, so that none may be missing.</summary>
public sealed class ProvisionTests
{
    [Fact]
    public void A_plain_clause_has_a_size_dates_and_a_cost()
    {
        var (world, clause) = Clause();

        Assert.Equal(Paths("size", "in-force", "from", "to", "ramp", "fade", "unit-cost"), Named(world, clause.Slots()));
    }

    [Fact]
    public void A_season_and_a_lot_add_theirs_and_what_is_absent_adds_none()
    {
        var (world, clause) = Clause();
        var plain = clause.Slots().ToHashSet();
        var season = new Season(world.Slot("first", 3), world.Slot("last", 6));
        var lot = new LotTerms(true, world.Slot("year", 1), world.Slot("carried", 0), season, null);

        Assert.Equal(["carried", "first", "last", "year"], Added(clause with { Season = season, Lot = lot }));
        Assert.Equal(
            ["carried", "go-home", "window", "year"],
            Added(clause with { Lot = lot with { GoHomeShare = world.Slot("go-home", 0.5), WindowMonths = world.Slot("window", 2) } }));

        string[] Added(Provision changed) => Named(world, changed.Slots().Where(s => !plain.Contains(s)));
    }

    [Fact]
    public void What_is_counted_adds_the_terms_it_has_and_those_of_its_payment()
    {
        var (world, clause) = Clause();
        var plain = clause.Slots().ToHashSet();
        var terms = new CountedTerms([])
        {
            Ceiling = world.Slot("ceiling-of-clause", 100),
            MoneyShare = world.Slot("money", 0.1),
            Payment = new PaymentTerms(world.Slot("start", 1), world.Slot("each", 2), [(world.Slot("persons", 10), world.Slot("amount", 5))]),
        };

        var added = (clause with { Counted = terms }).Slots().Where(s => !plain.Contains(s));

        Assert.Equal(["amount", "ceiling-of-clause", "each", "money", "persons", "start"], Named(world, added));
    }

    private static (SmallWorld World, Provision Clause) Clause()
    {
        var world = new SmallWorld().Declare();
        return (world, world.Provision("clause", Combination.Add, 1, ["parole.places"], SmallWorld.FirstMonth));
    }

    private static string[] Paths(params string[] keys) => [.. keys.Select(k => $"clause.{k}").Order(StringComparer.Ordinal)];

    private static string[] Named(SmallWorld world, IEnumerable<Slot> slots) => [.. slots.Select(s => world.Slots[s.Index].Path).Order(StringComparer.Ordinal)];
}
