using CorridorSim.Model.Countries;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>The wish to set out over a leg by the time of the year, see <see cref="SeasonWave"/>.</summary>
internal sealed class SeasonOfLeg
{
    private readonly CountryContext _context;
    private readonly InputRow _january;
    private readonly InputRow _april;

    private SeasonOfLeg(CountryContext context, Slot january, Slot april, int step)
    {
        _context = context;
        Step = step;
        (_january, _april) = (context.Policy.Input(january), context.Policy.Input(april));
    }

    /// <summary>Index of the leg on its route.</summary>
    public int Step { get; }

    /// <summary>The season of a leg; null where all months are alike.</summary>
    public static SeasonOfLeg? Of(CountryContext context, Leg leg, int step) =>
        leg is { SeasonJanuary: { } january, SeasonApril: { } april } ? new SeasonOfLeg(context, january, april, step) : null;

    /// <summary>s of the month, log units.</summary>
    public LaneVector Appeal(Octet octet) =>
        SeasonWave.Of(_january[octet], _april[octet], (_context.Block.FirstMonth + _context.Month) % Units.MonthsOfYear);
}
