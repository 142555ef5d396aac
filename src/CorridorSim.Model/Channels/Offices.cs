using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>The channel offices of a country.</summary>
internal sealed class Offices : ISection
{
    private readonly Office[] _offices;
    private readonly NamingOffice[] _naming;

    public Offices(CountryContext context, Settlement settlement)
    {
        var offices = new List<Office>();
        var naming = new List<NamingOffice>();
        for (var k = 0; k < context.World.Channels.Count; k++)
        {
            if (context.World.Channels[k].Country != context.Country)
            {
                continue;
            }

            if (context.World.Channels[k].IsNamed)
            {
                naming.Add(new NamingOffice(context, settlement, k));
            }
            else
            {
                offices.Add(new Office(context, settlement, k));
            }
        }

        (_offices, _naming) = ([.. offices], [.. naming]);
    }

    /// <summary>Tells communities who is admitted; where they apply also how the channel draws them and who is turned away.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, int channel)
    {
        var plan = world.Channels[channel];
        RowKind[] kinds = plan.IsNamed ? [RowKind.Admitted] : [RowKind.Admitted, RowKind.ChannelAppeal, RowKind.Declined];
        foreach (var c in plan.Communities())
        {
            foreach (var kind in kinds)
            {
                letters.Tell(plan.Country, [world.Communities[c.Index].Country], new WireRow(kind, channel, c.Index));
            }
        }
    }

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
        foreach (var office in _offices)
        {
            office.Prepare(octet);
        }
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var office in _offices)
        {
            office.Advance(octet);
        }

        foreach (var office in _naming)
        {
            office.Advance(octet);
        }
    }
}
