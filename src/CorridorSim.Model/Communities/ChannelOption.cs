using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Communities;

/// <summary>A channel that a community may apply to.</summary>
internal sealed class ChannelOption
{
    private ChannelOption(CountryContext context, int channel, int community)
    {
        Weight = context.Row();
        Appeal = context.Mail.ReadRow(new WireRow(RowKind.ChannelAppeal, channel, community));
        Admitted = context.Mail.ReadRow(new WireRow(RowKind.Admitted, channel, community));
        Declined = context.Mail.ReadRow(new WireRow(RowKind.Declined, channel, community));
        Applied = context.Mail.WriteRow(new WireRow(RowKind.Applied, channel, community))!.Value;
        Arriving = context.Mail.WriteRow(new WireRow(RowKind.Arriving, channel, community))!.Value;
    }

    /// <summary>Appeal, as the office tells it.</summary>
    public int Appeal { get; }

    /// <summary>Applicants admitted.</summary>
    public int Admitted { get; }

    /// <summary>Applicants refused, withdrawn or sent away.</summary>
    public int Declined { get; }

    /// <summary>Where applications go.</summary>
    public int Applied { get; }

    /// <summary>Where the admitted travel.</summary>
    public int Arriving { get; }

    /// <summary>Row of exp(L / mu).</summary>
    public int Weight { get; }

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
