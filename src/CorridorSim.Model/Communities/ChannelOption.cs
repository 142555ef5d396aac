using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Model.Communities;

/// <summary>A channel that a community may apply to.</summary>
internal sealed class ChannelOption
{
    private readonly Travellers _travellers;

    private ChannelOption(CountryContext context, int channel, CommunityIndex community)
    {
        Weight = context.TickRow();
        Appeal = context.Mail.ReadRow(new WireRow(RowKind.ChannelAppeal, channel, community.Index));
        Admitted = context.Mail.ReadRow(new WireRow(RowKind.Admitted, channel, community.Index));
        Declined = context.Mail.ReadRow(new WireRow(RowKind.Declined, channel, community.Index));
        Applied = context.Mail.WriteRow(new WireRow(RowKind.Applied, channel, community.Index))!.Value;
        Arriving = context.Mail.WriteRow(new WireRow(RowKind.Arriving, channel, community.Index))!.Value;
        _travellers = new Travellers(context, context.World.Channels[channel], community);
    }

    /// <summary>Appeal, as the office tells it.</summary>
    public TickRow Appeal { get; }

    /// <summary>Applicants admitted.</summary>
    public TickRow Admitted { get; }

    /// <summary>Applicants refused, withdrawn or sent away.</summary>
    public TickRow Declined { get; }

    /// <summary>Where applications go.</summary>
    public TickRow Applied { get; }

    /// <summary>Where the admitted travel.</summary>
    public TickRow Arriving { get; }

    /// <summary>Row of exp(L / mu).</summary>
    public TickRow Weight { get; }

    /// <summary>Those who travel in this tick, when so many are admitted.</summary>
    public LaneVector Travel(Octet octet, LaneVector admitted) => _travellers.Travel(octet, admitted);

    /// <summary>The channels that a community may apply to, in order of channel.</summary>
    public static IEnumerable<ChannelOption> Of(CountryContext context, CommunityIndex community)
    {
        for (var k = 0; k < context.World.Channels.Count; k++)
        {
            if (!context.World.Channels[k].IsNamed && context.World.Channels[k].Lots.Any(l => l.Communities.Contains(community)))
            {
                yield return new ChannelOption(context, k, community);
            }
        }
    }
}
