using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Communities;

/// <summary>A channel that a community may apply to.</summary>
internal sealed class ChannelOption
{
    private ChannelOption(CountryContext context, int channel, int community)
    {
        Appeal = context.Mail.Incoming(new WireRow(RowKind.ChannelAppeal, channel, community))[0];
        Admitted = context.Mail.Incoming(new WireRow(RowKind.Admitted, channel, community))[0];
        Declined = context.Mail.Incoming(new WireRow(RowKind.Declined, channel, community))[0];
        Applied = context.Mail.Outgoing(new WireRow(RowKind.Applied, channel, community))!.Value;
        Arriving = context.Mail.Outgoing(new WireRow(RowKind.Arriving, channel, community))!.Value;
    }

    /// <summary>Appeal, as the office tells it.</summary>
    public WireAddress Appeal { get; }

    /// <summary>Applicants admitted.</summary>
    public WireAddress Admitted { get; }

    /// <summary>Applicants refused, withdrawn or sent away.</summary>
    public WireAddress Declined { get; }

    /// <summary>Where applications go.</summary>
    public WireAddress Applied { get; }

    /// <summary>Where the admitted travel.</summary>
    public WireAddress Arriving { get; }

    /// <summary>exp(L / mu) in the lanes at hand.</summary>
    public LaneVector Weight { get; set; }

    /// <summary>The channels that are made for a community, in order of channel.</summary>
    public static IEnumerable<ChannelOption> Of(CountryContext context, int community)
    {
        for (var k = 0; k < context.World.Channels.Count; k++)
        {
            if (context.World.Channels[k].Lots.Any(l => l.Communities.Contains(community)))
            {
                yield return new ChannelOption(context, k, community);
            }
        }
    }
}
