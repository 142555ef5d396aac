using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// How the time of the year moves the wish to set out over a leg: a wave of one year, s(m) = a cos(2 pi m / 12) + b sin(2 pi m / 12) log units,
/// with m = 0 in January. a is what January has above the mean of the year and July below it, b the same of April and October. Crossings of a
/// sea follow the weather (Camarena et al. 2020); that one wave is enough is an assumption.
/// </summary>
internal sealed class SeasonOfLeg
{
    private const double HalfRootOfThree = 0.86602540378443865;

    // Written out, so that no library of any machine rounds them differently.
    private static readonly double[] Cosines =
        [1, HalfRootOfThree, 0.5, 0, -0.5, -HalfRootOfThree, -1, -HalfRootOfThree, -0.5, 0, 0.5, HalfRootOfThree];

    private readonly CountryContext _context;
    private readonly InputRow _january;
    private readonly InputRow _april;

    private SeasonOfLeg(CountryContext context, Leg leg, int step)
    {
        _context = context;
        Step = step;
        (_january, _april) = (context.Policy.Input(leg.SeasonJanuary), context.Policy.Input(leg.SeasonApril));
    }

    /// <summary>Index of the leg on its route.</summary>
    public int Step { get; }

    /// <summary>The season of a leg; null where all months are alike.</summary>
    public static SeasonOfLeg? Of(CountryContext context, Leg leg, int step) =>
        leg.SeasonJanuary < 0 || leg.SeasonApril < 0 ? null : new SeasonOfLeg(context, leg, step);

    /// <summary>Weights of what January and April have, in a month of the year from 0 for January to 11.</summary>
    public static (double January, double April) Weights(int month) => (Cosines[month], Cosines[(month + 9) % Cosines.Length]);

    /// <summary>s of the month, log units.</summary>
    public LaneVector Appeal(Octet octet)
    {
        var (january, april) = Weights((_context.Block.FirstMonth + _context.Month) % Cosines.Length);
        return (_january[octet] * LaneMath.Of(january)) + (_april[octet] * LaneMath.Of(april));
    }
}
