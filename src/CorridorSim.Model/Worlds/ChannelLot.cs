using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Worlds;

/// <summary>Places of a channel that only some communities may use.</summary>
/// <param name="Id">Identifier within the channel; <c>base</c> for the world's own lot.</param>
/// <param name="Places">Slot: places a month, persons; places a year where <see cref="Terms"/> say so.</param>
/// <param name="Communities">Eligible communities, ascending.</param>
public sealed record ChannelLot(string Id, Slot Places, IReadOnlyList<CommunityIndex> Communities)
{
    /// <summary>How the places are given out; null for so many each month, of which unused ones lapse.</summary>
    public LotTerms? Terms { get; init; }

    /// <summary>True when those who come by it go home at the end of the season.</summary>
    public bool IsForSeason() => Terms is { GoHomeShare: not null };
}
