using CorridorSim.Model.Countries;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Channels;

/// <summary>What a channel office measures.</summary>
internal sealed class OfficeSeries(CountryContext context, string channel)
{
    public NationalSeries Applications { get; } = context.Series(Indicators.Applications, channel);

    public NationalSeries Approvals { get; } = context.Series(Indicators.Approvals, channel);

    public NationalSeries Refusals { get; } = context.Series(Indicators.Refusals, channel);

    public NationalSeries Withdrawals { get; } = context.Series(Indicators.Withdrawals, channel);

    public NationalSeries Queue { get; } = context.Series(Indicators.Queue, channel);
}
