using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Worlds;

/// <summary>Rows of inputs that a thing of the world may have: each fills a slot of its own.</summary>
public sealed class OptionalInputTests
{
    private static readonly WorldPlan World = new SmallWorld().Declare().Build();

    [Fact]
    public void Each_row_of_a_channel_fills_a_slot_of_its_own() => Check(World.Channels[0]);

    [Fact]
    public void Each_row_of_a_leg_fills_a_slot_of_its_own() => Check(World.Legs[0]);

    [Fact]
    public void Each_row_of_a_nationality_fills_a_slot_of_its_own() => Check(World.Nationalities[0]);

    [Fact]
    public void What_states_no_rows_has_no_further_inputs() => Assert.Empty(Of<BorderRegime>());

    [Fact]
    public void People_who_are_named_for_a_channel_forfeit_nothing_of_it()
    {
        var forfeiture = Channel.OptionalInputs.Single(i => i.Name == "forfeiture");

        Assert.True(forfeiture.IsFor(World.Channels[0] with { IsNamed = false }));
        Assert.False(forfeiture.IsFor(World.Channels[0] with { IsNamed = true }));
    }

    private static void Check<T>(T thing)
        where T : IInputOwner<T>
    {
        var rows = Of<T>();
        Assert.NotEmpty(rows);

        var filled = rows.Index().Aggregate(thing, (t, row) => row.Item.Put(t, new Slot(1000 + row.Index)));

        var slots = typeof(T).GetProperties().Where(p => p.PropertyType == typeof(Slot?)).Select(p => (Slot?)p.GetValue(filled)).ToArray();
        Assert.All(rows.Index(), row => Assert.Contains(new Slot(1000 + row.Index), slots));
        Assert.All(rows, row => Assert.True(row.IsColumn || row.Neutral >= row.Minimum && row.Neutral <= row.Maximum, row.Name));
        Assert.Equal(rows.Count, rows.Select(r => r.Name).Distinct().Count());
    }

    private static IReadOnlyList<OptionalInput<T>> Of<T>()
        where T : IInputOwner<T> => T.OptionalInputs;
}
