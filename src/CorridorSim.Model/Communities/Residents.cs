using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Routes;

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
                communities.Add(new CommunityChoice(context, settlement, transit, c));
            }
        }

        _communities = [.. communities];
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
