using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>People approved by a channel who set out after its arrival time in the mean, at once where it has none.</summary>
internal sealed class Travellers
{
    private readonly int _approved = -1;
    private readonly InputRow _arrivalMonths;

    public Travellers(CountryContext context, Channel channel)
    {
        if (channel.ArrivalMonths is { } months)
        {
            _approved = context.PersonRow();
            _arrivalMonths = context.Policy.Input(months);
        }
    }

    /// <summary>Those who travel in this tick, when so many more are approved.</summary>
    public LaneVector Travel(Octet octet, LaneVector approved)
    {
        if (_approved < 0)
        {
            return approved;
        }

        var waiting = octet[_approved] + approved;
        var travelling = waiting * LaneMath.OutflowShare(_arrivalMonths[octet]);
        octet[_approved] = waiting - travelling;
        return travelling;
    }
}
