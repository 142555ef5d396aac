using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Countries;

/// <summary>
/// Places of a year, all there at its start, in the lanes of a block; see <see cref="YearlyPlaces"/>.
/// </summary>
/// <param name="inputs">Inputs of the block.</param>
/// <param name="yearStart">Slot: month in which years begin, 1 to 12.</param>
internal sealed class YearlyGrant(InputTable inputs, Slot yearStart)
{
    private readonly LaneTable _granted = new(1, inputs.Lanes);
    private readonly LaneTable _year = Before(inputs.Lanes);

    /// <summary>Places that become due in this tick.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="month">Month, see <see cref="CalendarMonth"/>.</param>
    /// <param name="places">Places a year; 0 where they are not in force.</param>
    /// <param name="isNew">All bits set where a year begins for them.</param>
    public LaneVector Due(int octet, double month, LaneVector places, out LaneVector isNew)
    {
        var year = new YearlyPlaces(places, _granted[0, octet], _year[0, octet], SeasonCalendar.Year(inputs[yearStart, octet], month));
        _year[0, octet] = year.Year;
        _granted[0, octet] = year.Granted;
        isNew = year.IsNew;
        return year.Due;
    }

    private static LaneTable Before(int lanes)
    {
        var table = new LaneTable(1, lanes);
        table.FillRow(0, double.NegativeInfinity);
        return table;
    }
}
