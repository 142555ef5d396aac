using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Queues;

namespace CorridorSim.Model.Communities;

/// <summary>
/// A channel into which people of a community are named. Employers and agencies find them among those ready to move; relatives who
/// named somebody years ago find them among all residents.
/// </summary>
internal sealed class NamedOption
{
    private readonly TickRow _named;
    private readonly TickRow _arriving;
    private readonly bool _amongReady;
    private readonly Travellers _travellers;

    private NamedOption(CountryContext context, int channel, CommunityIndex community)
    {
        var plan = context.World.Channels[channel];
        _named = context.Mail.ReadRow(new WireRow(RowKind.Admitted, channel, community.Index));
        _arriving = context.Mail.WriteRow(new WireRow(RowKind.Arriving, channel, community.Index))!.Value;
        _amongReady = plan.Backlogs.Count == 0 && !plan.IsDisplacement;
        _travellers = new Travellers(context, plan, community);
    }

    /// <summary>Those named leave the residents, at most as many as there are who do not queue elsewhere.</summary>
    public void Leave(Octet octet, int residents, int ready, int queued)
    {
        var named = new NamedLeaving(octet[_named], octet[residents], octet[ready], octet[queued], _amongReady);
        octet.Add(residents, -named.Leaving);
        octet[ready] = LaneVector.Max(octet[ready] - named.OfReady, LaneVector.Zero);
        octet.Add(_arriving, _travellers.Travel(octet, named.Leaving));
    }

    /// <summary>The channels into which people of a community are named, in order of channel.</summary>
    public static IEnumerable<NamedOption> Of(CountryContext context, CommunityIndex community)
    {
        for (var k = 0; k < context.World.Channels.Count; k++)
        {
            var channel = context.World.Channels[k];
            if (channel.IsNamed && channel.Lots.Any(l => l.Communities.Contains(community)))
            {
                yield return new NamedOption(context, k, community);
            }
        }
    }
}
