using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Worlds;

/// <summary>The same world, tabled more finely: nothing about the people in it is different.</summary>
internal static class SplitWorld
{
    /// <summary>A community as two alike, each of half its people, in the same country.</summary>
    public static WorldPlan Community(WorldPlan world, CommunityIndex community) => Halve(world, community, world.Communities[community.Index].Country);

    /// <summary>A community as two alike, of which the second lives in a new country that is like the first.</summary>
    public static WorldPlan Residence(WorldPlan world, CommunityIndex community)
    {
        var country = world.Countries[world.Communities[community.Index].Country.Index];
        var twin = country with { Code = country.Code + "-twin" };
        return Halve(world with { Countries = [.. world.Countries, twin] }, community, new CountryIndex(world.Countries.Count));
    }

    /// <summary>Each lot of a channel as two alike, each of half its places.</summary>
    public static WorldPlan Lots(WorldPlan world, int channel)
    {
        var slots = world.Slots.ToList();
        var plan = world.Channels[channel];
        var lots = plan.Lots.Select(l => l with { Places = Half(slots, l.Places) }).ToArray();
        var halved = plan with { Lots = [.. lots, .. lots.Select(l => l with { Id = l.Id + "-twin" })] };
        return world with { Slots = slots, Channels = [.. world.Channels.Select((c, k) => k == channel ? halved : c)] };
    }

    private static WorldPlan Halve(WorldPlan world, CommunityIndex community, CountryIndex country)
    {
        var slots = world.Slots.ToList();
        var half = world.Communities[community.Index] with { Persons = Half(slots, world.Communities[community.Index].Persons) };
        var twin = new CommunityIndex(world.Communities.Count);
        return world with
        {
            Slots = slots,
            Communities = [.. world.Communities.Select((c, i) => i == community.Index ? half : c), half with { Country = country }],
            Routes = [.. world.Routes.Select(r => r with { Entries = [.. r.Entries.SelectMany(e => e.Community == community ? [e, e with { Community = twin }] : new[] { e })] })],
            Channels = [.. world.Channels.Select(k => k with { Lots = [.. k.Lots.Select(l => l.Communities.Contains(community) ? l with { Communities = [.. l.Communities, twin] } : l)] })],
        };
    }

    private static Slot Half(List<InputSlot> slots, Slot slot)
    {
        var whole = slots[slot.Index];
        Assert.Equal(DistributionKind.Constant, whole.Value.Kind);
        slots.Add(whole with { Path = whole.Path + "-half", Value = Distribution.Constant(whole.Value.A / 2) });
        return new Slot(slots.Count - 1);
    }
}
