using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Channels;

/// <summary>The channel offices of a country.</summary>
internal sealed class Offices : ISection
{
    private readonly Office[] _offices;

    public Offices(CountryContext context, Settlement settlement)
    {
        var offices = new List<Office>();
        for (var k = 0; k < context.World.Channels.Count; k++)
        {
            if (context.World.Channels[k].Country == context.Country)
            {
                offices.Add(new Office(context, settlement, k));
            }
        }

        _offices = [.. offices];
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
    }
}
