using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>
/// People of one community approved by a channel: a share never travels, the others set out after its arrival time in the mean, at once
/// where it has none.
/// </summary>
internal sealed class Travellers
{
    private readonly int _approved = -1;
    private readonly int _unused = -1;
    private readonly InputRow _arrivalMonths;
    private readonly InputRow _unusedShare;

    public Travellers(CountryContext context, Channel channel, CommunityIndex community)
    {
        var parts = channel.Approved is null && channel.Arrived is null ? null : new LotShare(context.World, channel, channel.Lots[0]);
        if (channel.UnusedShare is { } share)
        {
            _unusedShare = context.Policy.Input(share);
            _unused = context.PersonRow(o => UsedApprovals.NeverToTravel(Of(channel.Approved, o), Of(channel.Arrived, o), Unused(o)));
        }

        if (channel.ArrivalMonths is { } months)
        {
            _arrivalMonths = context.Policy.Input(months);
            _approved = context.PersonRow(o => UsedApprovals.StillToTravel(Of(channel.Approved, o), Of(channel.Arrived, o), Unused(o)));
        }

        LaneVector Unused(int octet) => channel.UnusedShare is { } unused ? context.Block.Inputs[unused, octet] : LaneVector.Zero;
        LaneVector Of(Slot? counted, int octet) => counted is { } slot
            ? context.Block.Inputs[slot, octet] * parts!.Of(context.Block.Inputs, community, octet)
            : LaneVector.Zero;
    }

    /// <summary>Those who travel in this tick, when so many more are approved.</summary>
    public LaneVector Travel(Octet octet, LaneVector approved)
    {
        var coming = approved;
        if (_unused >= 0)
        {
            coming = UsedApprovals.Travelling(approved, _unusedShare[octet]);
            octet.Add(_unused, approved - coming);
        }

        if (_approved < 0)
        {
            return coming;
        }

        var waiting = octet[_approved] + coming;
        var travelling = waiting * LaneMath.OutflowShare(_arrivalMonths[octet]);
        octet[_approved] = waiting - travelling;
        return travelling;
    }
}
