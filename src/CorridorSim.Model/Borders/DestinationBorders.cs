using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Borders;

/// <summary>The borders over which a country is entered.</summary>
internal sealed class DestinationBorders : ISection
{
    private readonly DestinationBorder[] _borders;

    public DestinationBorders(CountryContext context, Settlement settlement)
    {
        var borders = new List<DestinationBorder>();
        for (var b = 0; b < context.World.Borders.Count; b++)
        {
            if (context.World.Borders[b].Destination == context.Country)
            {
                borders.Add(new DestinationBorder(context, settlement, b));
            }
        }

        _borders = [.. borders];
    }

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
        foreach (var border in _borders)
        {
            border.Prepare(octet);
        }
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var border in _borders)
        {
            border.Advance(octet);
        }
    }
}
