using System.Runtime.Intrinsics;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Rules.Places;

/// <summary>
/// Part of a lot's places that stands for one community before anybody applies (docs/model.md, queues): nationalities have parts by weight, the same where the
/// channel has none, and the communities of one share its part by the people ready to move. It does not depend on how finely
/// a nationality is tabled.
/// </summary>
internal static class LotShare
{
    /// <summary>The part of a community of the lot, 0 to 1; the parts of a lot sum to 1 where every nationality has somebody ready.</summary>
    public static LaneVector Of(WorldPlan world, InputTable inputs, Channel channel, ChannelLot lot, CommunityIndex community, int octet)
    {
        var nationality = world.Communities[community.Index].Nationality;
        var weights = LaneVector.Zero;
        foreach (var other in lot.Communities.Select(c => world.Communities[c.Index].Nationality).Distinct())
        {
            weights += Weight(world, inputs, channel, lot, other, octet);
        }

        var sum = LaneVector.Zero;
        foreach (var other in lot.Communities.Where(c => world.Communities[c.Index].Nationality == nationality))
        {
            sum += Ready(world, inputs, other, octet);
        }

        return LaneMath.Ratio(Ready(world, inputs, community, octet), sum)
            * LaneMath.Ratio(Weight(world, inputs, channel, lot, nationality, octet), weights);
    }

    /// <summary>Weight of a nationality in a lot: that of the channel, or 1 where the channel gives none of the lot's nationalities a weight.</summary>
    public static LaneVector Weight(WorldPlan world, InputTable inputs, Channel channel, ChannelLot lot, int nationality, int octet)
    {
        if (!channel.Weights.Any(w => lot.Communities.Any(c => world.Communities[c.Index].Nationality == w.Nationality)))
        {
            return LaneVector.One;
        }

        var own = channel.Weights.FirstOrDefault(w => w.Nationality == nationality);
        return own is null ? LaneVector.Zero : inputs[own.Weight, octet];
    }

    private static LaneVector Ready(WorldPlan world, InputTable inputs, CommunityIndex community, int octet) =>
        inputs[world.Communities[community.Index].Persons, octet] * inputs[world.Communities[community.Index].ReadyShare, octet];
}
