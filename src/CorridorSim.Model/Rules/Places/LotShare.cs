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
internal sealed class LotShare
{
    private readonly WorldPlan _world;
    private readonly bool _hasWeights;
    private readonly National[] _nationalities;

    /// <summary>Takes up a lot; what does not differ between lanes is found once.</summary>
    public LotShare(WorldPlan world, Channel channel, ChannelLot lot)
    {
        _world = world;
        var communities = lot.Communities.GroupBy(c => world.Communities[c.Index].Nationality).ToArray();
        _hasWeights = channel.Weights.Any(w => communities.Any(g => g.Key == w.Nationality));
        _nationalities = [.. communities.Select(g => new National(g.Key, channel.Weights.FirstOrDefault(w => w.Nationality == g.Key), [.. g]))];
    }

    /// <summary>The part of a community of the lot, 0 to 1; the parts of a lot sum to 1 where every nationality has somebody ready.</summary>
    public LaneVector Of(InputTable inputs, CommunityIndex community, int octet)
    {
        var weights = LaneVector.Zero;
        foreach (var other in _nationalities)
        {
            weights += Weight(inputs, other, octet);
        }

        var own = Array.Find(_nationalities, n => n.Index == _world.Communities[community.Index].Nationality);
        var sum = LaneVector.Zero;
        foreach (var other in own?.Communities ?? [])
        {
            sum += Ready(inputs, other, octet);
        }

        return own is null ? LaneVector.Zero : LaneMath.Ratio(Ready(inputs, community, octet), sum) * LaneMath.Ratio(Weight(inputs, own, octet), weights);
    }

    /// <summary>Weight of a nationality in the lot: that of the channel, or 1 where the channel gives none of the lot's nationalities a weight.</summary>
    public LaneVector Weight(InputTable inputs, int nationality, int octet) =>
        Array.Find(_nationalities, n => n.Index == nationality) is { } own ? Weight(inputs, own, octet) : LaneVector.Zero;

    private LaneVector Weight(InputTable inputs, National nationality, int octet) =>
        !_hasWeights ? LaneVector.One
        : nationality.Weight is { } weight ? inputs[weight.Weight, octet]
        : LaneVector.Zero;

    private LaneVector Ready(InputTable inputs, CommunityIndex community, int octet) =>
        inputs[_world.Communities[community.Index].Persons, octet] * inputs[_world.Communities[community.Index].ReadyShare, octet];

    /// <summary>A nationality of the lot: the weight that the channel gives it, if any, and its communities in the lot.</summary>
    private sealed record National(int Index, ChannelWeight? Weight, CommunityIndex[] Communities);
}
