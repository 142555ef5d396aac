using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Part of a lot's places that stands for one community before anybody applies: each nationality has the same part, and its communities
/// share it by the people ready to move. It does not depend on how finely a nationality is tabled.
/// </summary>
internal static class LotShare
{
    /// <summary>The part of a community of the lot, 0 to 1; the parts of a lot sum to 1 where every nationality has somebody ready.</summary>
    public static LaneVector Of(WorldPlan world, LaneTable inputs, ChannelLot lot, int community, int octet)
    {
        var nationality = world.Communities[community].Nationality;
        var nationalities = lot.Communities.Select(c => world.Communities[c].Nationality).Distinct().Count();
        var sum = LaneVector.Zero;
        foreach (var other in lot.Communities.Where(c => world.Communities[c].Nationality == nationality))
        {
            sum += Ready(world, inputs, other, octet);
        }

        return LaneMath.Ratio(Ready(world, inputs, community, octet), sum) / LaneMath.Of(nationalities);
    }

    private static LaneVector Ready(WorldPlan world, LaneTable inputs, int community, int octet) =>
        inputs[world.Communities[community].Persons, octet] * inputs[world.Communities[community].ReadyShare, octet];
}
