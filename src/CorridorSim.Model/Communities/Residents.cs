using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>The communities that live in a country.</summary>
internal sealed class Residents : ISection
{
    private readonly CommunityChoice[] _communities;

    public Residents(CountryContext context, Settlement settlement, Transit transit)
    {
        var communities = new List<CommunityChoice>();
        for (var c = 0; c < context.World.Communities.Count; c++)
        {
            if (context.World.Communities[c].Country == context.Country)
            {
                communities.Add(new CommunityChoice(context, settlement, transit, new CommunityIndex(c)));
            }
        }

        _communities = [.. communities];
    }

    /// <summary>Sends those who travel by a channel, and applications to it where people apply.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, int channel)
    {
        var plan = world.Channels[channel];
        RowKind[] kinds = plan.IsNamed ? [RowKind.Arriving] : [RowKind.Arriving, RowKind.Applied];
        foreach (var c in plan.Communities())
        {
            foreach (var kind in kinds)
            {
                letters.Tell(world.Communities[c.Index].Country, [plan.Country], new WireRow(kind, channel, c.Index));
            }
        }
    }

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
        foreach (var community in _communities)
        {
            community.Prepare(octet);
        }
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var community in _communities)
        {
            community.Advance(octet);
        }
    }
}
