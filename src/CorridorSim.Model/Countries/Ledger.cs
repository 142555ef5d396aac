using System.Runtime.Intrinsics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>
/// Checks that people are conserved: at each tick, in each lane, what a country held plus what it received must equal what it
/// holds plus what it sent. A lane in which it does not, or in which a number is not finite, fails.
/// </summary>
internal sealed class Ledger(CountryContext context)
{
    /// <summary>Greatest relative error that is rounding.</summary>
    public const double Tolerance = 1e-9;

    private readonly LaneTable _opening = new(1, context.Block.Inputs.Lanes);
    private readonly Dictionary<int, LaneFailure> _failures = [];

    public double GreatestError { get; private set; }

    public IReadOnlyList<LaneFailure> Failures => [.. _failures.Values];

    public void Open(int octet) => _opening[0, octet] = context.PersonsHeld(octet) + context.Mail.PersonsReceived(octet);

    public void Close(int octet)
    {
        var opening = _opening[0, octet];
        var closing = context.PersonsHeld(octet) + context.Mail.PersonsSent(octet);
        var error = Vector512.Abs(closing - opening) / Vector512.Max(opening, LaneVector.One);
        if (Vector512.LessThanOrEqualAll(error, LaneMath.Of(Tolerance)))
        {
            for (var lane = 0; lane < LaneTable.OctetLanes; lane++)
            {
                GreatestError = Math.Max(GreatestError, error[lane]);
            }

            return;
        }

        for (var lane = 0; lane < LaneTable.OctetLanes; lane++)
        {
            if (!(error[lane] <= Tolerance))
            {
                Fail((octet * LaneTable.OctetLanes) + lane, opening[lane], closing[lane]);
            }
        }
    }

    private void Fail(int lane, double opening, double closing)
    {
        if (lane >= context.Block.Lanes.Count)
        {
            return;
        }

        var reason = double.IsFinite(closing)
            ? FormattableString.Invariant($"people are not conserved: {opening:R} before, {closing:R} after")
            : "a stock of people is not a finite number";
        _failures.TryAdd(lane, new LaneFailure(context.Block.Lanes.First + lane, context.Info.Name, context.Tick, reason));
    }
}
