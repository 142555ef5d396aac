using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Countries;

/// <summary>
/// Checks that people are conserved: at each tick, in each lane, what a country held plus what it received and who came from outside the world must equal what it
/// holds plus what it sent. A lane in which it does not, or in which a number is not finite, fails.
/// </summary>
internal sealed class Ledger(CountryContext context)
{
    private readonly int _held = context.Row();
    private readonly TickRow _opening = context.TickRow();
    private readonly Dictionary<int, LaneFailure> _failures = [];
    private LaneVector _greatest;

    public double GreatestError => Enumerable.Range(0, LaneTable.OctetLanes).Max(lane => _greatest[lane]);

    public IReadOnlyList<LaneFailure> Failures => [.. _failures.Values];

    /// <summary>Counts the people of the first state.</summary>
    public void Start(Octet octet) => octet[_held] = octet.Sum(context.PersonsHeld);

    /// <summary>Counts who arrives. Between two ticks nobody moves: what was held at the end is held now.</summary>
    public void Open(Octet octet) => octet[_opening] = octet[_held] + octet.Sum(context.Mail.PersonsReceived);

    /// <summary>Counts who is here and who leaves, and compares.</summary>
    public void Close(Octet octet)
    {
        var opening = context.Entering.Length == 0 ? octet[_opening] : octet[_opening] + octet.Sum(context.Entering);
        var held = octet.Sum(context.PersonsHeld);
        var closing = held + octet.Sum(context.Mail.PersonsSent);
        octet[_held] = held;
        var error = Conservation.Error(opening, closing);
        if (Conservation.Holds(error))
        {
            _greatest = LaneVector.Max(_greatest, error);
            return;
        }

        for (var lane = 0; lane < LaneTable.OctetLanes; lane++)
        {
            if (!Conservation.Holds(error[lane]))
            {
                Fail((octet.Index * LaneTable.OctetLanes) + lane, opening[lane], closing[lane]);
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
