using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Claims;

/// <summary>
/// One procedure: claims wait, staff takes them up by weight, some turn out to be withdrawn, the others are decided, those refused appeal or
/// are returned. In each lane and tick waiting = waiting before + claims + reopened - withdrawals - first decisions; claims that may not be
/// decided for the time being wait as well.
/// </summary>
internal sealed class ClaimsOffice
{
    private readonly ClaimWays _ways;
    private readonly DecisionStaff _staff;
    private readonly National[] _nationals;
    private readonly TickRow[] _claims;
    private readonly TickRow[] _held;
    private readonly TickRow[] _taken;
    private readonly TickRow[] _reopened;
    private readonly int _withdrawn;
    private readonly int _returned;
    private readonly InputRow _reopening;
    private readonly InputRow _appealShare;
    private readonly InputRow _appealMonths;
    private readonly InputRow _appealAllowed;
    private readonly InputRow _returnRate;
    private readonly ProcedureSeries _series;

    public ClaimsOffice(CountryContext context, Settlement settlement, Procedure procedure)
    {
        var (inputs, policy) = (context.Block.Inputs, context.Policy);
        _ways = new ClaimWays(context, procedure);
        _staff = new DecisionStaff(context, procedure);
        _nationals =
        [
            .. procedure.Nationals.Select(n => new National(
                n.Nationality,
                context.PersonRow(o => inputs[n.Waiting, o] * (LaneVector.One - Held(n, o))),
                context.PersonRow(o => inputs[n.Waiting, o] * Held(n, o)),
                context.PersonRow(),
                context.PersonRow(),
                settlement.SettledRow(n.Nationality),
                policy.Input(n.GrantShare),
                policy.Input(n.Withdrawal),
                policy.Input(n.ImplicitWithdrawal),
                policy.Input(n.Priority))),
        ];
        (_claims, _held, _taken, _reopened) = (Rows(), Rows(), Rows(), Rows());
        (_withdrawn, _returned) = (context.PersonRow(), context.PersonRow());
        _reopening = policy.Input(procedure.Reopened);
        (_appealShare, _appealMonths, _appealAllowed) = (policy.Input(procedure.AppealShare), policy.Input(procedure.AppealMonths), policy.Input(procedure.AppealAllowed));
        _returnRate = policy.Input(procedure.ReturnRate);
        _series = new ProcedureSeries(context, procedure);
        context.Enter([.. _ways.Entering, .. _reopened]);

        LaneVector Held(ProcedureNational national, int octet) => national.Held is { } share ? inputs[share, octet] : LaneVector.Zero;
        TickRow[] Rows() => [.. procedure.Nationals.Select(_ => context.TickRow())];
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        for (var n = 0; n < _nationals.Length; n++)
        {
            octet[_claims[n]] = LaneVector.Zero;
            octet[_held[n]] = LaneVector.Zero;
            octet[_taken[n]] = LaneVector.Zero;
        }

        _ways.Advance(octet, _claims, _held);
        Join(octet);
        Choose(octet, _staff.Capacity(octet, octet.Sum(_claims)));
        for (var n = 0; n < _nationals.Length; n++)
        {
            Settle(_nationals[n], n, octet);
        }
    }

    /// <summary>Claims and what is opened again join the queue, the latter by who waits; some are treated as withdrawn.</summary>
    private void Join(Octet octet)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var waiting = LaneVector.Zero;
        foreach (var national in _nationals)
        {
            waiting += octet[national.Waiting];
        }

        var isFree = LaneVector.Equals(_ways.Held(octet), LaneVector.Zero);
        for (var n = 0; n < _nationals.Length; n++)
        {
            var national = _nationals[n];
            var released = LaneVector.ConditionalSelect(isFree, octet[national.Held], LaneVector.Zero);
            var reopened = _reopening[octet] * tick * LaneMath.Ratio(octet[national.Waiting], waiting);
            octet[_reopened[n]] = reopened;
            octet.Add(national.Held, octet[_held[n]] - released);
            octet.Add(national.Waiting, octet[_claims[n]] - octet[_held[n]] + released + reopened);
            var withdrawn = octet[national.Waiting] * MonthlyRate.InTick(national.Implicit[octet]);
            octet[national.Waiting] -= withdrawn;
            octet.Add(_withdrawn, withdrawn);
            _series.Claims.Count(national.Nationality, octet, octet[_claims[n]]);
            _series.Reopened.Count(national.Nationality, octet, reopened);
            _series.Withdrawals.Count(national.Nationality, octet, withdrawn);
        }
    }

    /// <summary>Capacity goes to those who wait, by number and priority; what one nationality does not need goes to the others.</summary>
    private void Choose(Octet octet, LaneVector capacity)
    {
        // Twice: a nationality with a high priority may be taken up whole, and leaves some of its part.
        for (var round = 0; round < 2; round++)
        {
            var weights = LaneVector.Zero;
            for (var n = 0; n < _nationals.Length; n++)
            {
                weights += _nationals[n].Priority[octet] * (octet[_nationals[n].Waiting] - octet[_taken[n]]);
            }

            var share = PlaceSplit.PerWeight(capacity, weights);
            for (var n = 0; n < _nationals.Length; n++)
            {
                var left = octet[_nationals[n].Waiting] - octet[_taken[n]];
                var taken = StaffCapacity.TakenUp(left, share, _nationals[n].Priority[octet]);
                octet.Add(_taken[n], taken);
                capacity = LaneVector.Max(capacity - taken, LaneVector.Zero);
            }
        }
    }

    private void Settle(National national, int n, Octet octet)
    {
        var taken = octet[_taken[n]];
        var claims = new ClaimOutcome(
            taken,
            national.Withdrawal[octet],
            national.GrantShare[octet],
            octet[national.Appealing],
            new AppealTerms(_appealShare[octet], _appealMonths[octet], _appealAllowed[octet]));
        octet[national.Waiting] -= taken;
        octet.Add(_withdrawn, claims.Withdrawn);
        _series.Withdrawals.Count(national.Nationality, octet, claims.Withdrawn);
        octet.Add(national.Settled, claims.Granted);
        octet[national.Appealing] += claims.Lodged - claims.Determined;
        octet.Add(national.Settled, claims.Allowed);
        octet.Add(national.Refused, claims.RefusedForGood);

        var returned = octet[national.Refused] * MonthlyRate.InTick(_returnRate[octet]);
        octet[national.Refused] -= returned;
        octet.Add(_returned, returned);

        _series.Count(
            national.Nationality,
            octet,
            claims.Decided,
            claims.Granted,
            claims.Refused,
            claims.Lodged,
            claims.Determined,
            claims.Allowed,
            returned,
            octet[national.Waiting] + octet[national.Held],
            octet[national.Appealing],
            octet[national.Refused]);
    }

    private sealed record National(
        int Nationality, int Waiting, int Held, int Appealing, int Refused, int Settled, InputRow GrantShare, InputRow Withdrawal, InputRow Implicit, InputRow Priority);
}

/// <summary>The procedures of a country.</summary>
internal sealed class ClaimsOffices(CountryContext context, Settlement settlement) : ISection
{
    private readonly ClaimsOffice[] _offices =
        [.. context.World.Procedures.Where(p => p.Country == context.Country).Select(p => new ClaimsOffice(context, settlement, p))];

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
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
