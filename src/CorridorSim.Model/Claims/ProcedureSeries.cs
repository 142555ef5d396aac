using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Claims;

/// <summary>What is measured of a procedure.</summary>
internal sealed class ProcedureSeries(CountryContext context, Procedure procedure)
{
    private readonly NationalSeries[] _each =
    [
        .. new[]
        {
            Indicators.FirstDecisions, Indicators.ClaimGrants, Indicators.ClaimRefusals, Indicators.AppealsLodged, Indicators.AppealsDetermined,
            Indicators.AppealsAllowed, Indicators.ClaimReturns, Indicators.ClaimsWaiting, Indicators.AppealsWaiting, Indicators.RefusedHere,
        }.Select(v => context.Series(v, procedure.Id)),
    ];

    /// <summary>Claims.</summary>
    public NationalSeries Claims { get; } = context.Series(Indicators.Claims, procedure.Id);

    /// <summary>Claims opened again, and what else closes the account.</summary>
    public NationalSeries Reopened { get; } = context.Series(Indicators.ClaimsReopened, procedure.Id);

    /// <summary>Withdrawals.</summary>
    public NationalSeries Withdrawals { get; } = context.Series(Indicators.ClaimWithdrawals, procedure.Id);

    /// <summary>Counts what follows from the decisions of a tick, in the order of the list above.</summary>
    public void Count(int nationality, Octet octet, params ReadOnlySpan<LaneVector> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _each[i].Count(nationality, octet, values[i]);
        }
    }
}
