using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Countries;

/// <summary>People who have settled in a country since the start, and those who died on the legs that it accounts for.</summary>
internal sealed class Settlement : ISection
{
    private readonly CountryContext _context;
    private readonly int[] _settled;
    private readonly int _dead;
    private readonly Arrival[] _arrivals;

    public Settlement(CountryContext context)
    {
        _context = context;
        _settled = new int[context.World.Nationalities.Count];
        Array.Fill(_settled, -1);
        _dead = context.PersonRow();
        _arrivals = [.. Arrivals()];
    }

    /// <summary>Row of the people of a nationality who have settled here; made at the first call.</summary>
    public int SettledRow(int nationality)
    {
        if (_settled[nationality] < 0)
        {
            _settled[nationality] = _context.PersonRow();
        }

        return _settled[nationality];
    }

    /// <summary>Row of the dead.</summary>
    public int DeadRow => _dead;

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var arrival in _arrivals)
        {
            var persons = octet.Sum(arrival.Rows);
            octet.Add(arrival.Settled, persons);
            arrival.Admissions.Count(arrival.Nationality, octet, persons);
        }
    }

    private IEnumerable<Arrival> Arrivals()
    {
        for (var k = 0; k < _context.World.Channels.Count; k++)
        {
            var channel = _context.World.Channels[k];
            if (channel.Country != _context.Country)
            {
                continue;
            }

            var admissions = _context.Series(Indicators.Admissions, channel.Id);
            foreach (var c in channel.Lots.SelectMany(l => l.Communities).Distinct().Order())
            {
                var nationality = _context.World.Communities[c].Nationality;
                yield return new Arrival(
                    nationality, SettledRow(nationality), _context.Mail.ReadRows(new WireRow(RowKind.Arriving, k, c)), admissions);
            }
        }
    }

    private sealed record Arrival(int Nationality, int Settled, TickRow[] Rows, NationalSeries Admissions);
}
