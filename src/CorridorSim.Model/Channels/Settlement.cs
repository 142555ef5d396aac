using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Channels;

/// <summary>People who have settled in a country since the start, and those who died on the legs that it accounts for.</summary>
internal sealed class Settlement : ISection
{
    private readonly CountryContext _context;
    private readonly int[] _settled;
    private readonly int _dead;
    private readonly Arrival[] _arrivals;
    private readonly SeasonalStays?[] _stays;
    private readonly Dictionary<int, TickRow> _displaced = [];

    public Settlement(CountryContext context)
    {
        _context = context;
        _settled = new int[context.World.Nationalities.Count];
        Array.Fill(_settled, -1);
        _dead = context.PersonRow();
        _stays = [.. context.World.Channels.Select((channel, k) => channel.Country == context.Country ? SeasonalStays.Of(context, this, k) : null)];
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

    /// <summary>Row of the displaced of a nationality who came in this tick, to be joined to their community here; null where nobody is displaced to.</summary>
    public TickRow? DisplacedRow(int nationality) => _displaced.TryGetValue(nationality, out var row) ? row : null;

    /// <summary>Those who come through a channel for a season; null when nobody does.</summary>
    public SeasonalStays? Stays(int channel) => _stays[channel];

    /// <summary>Row of the dead.</summary>
    public int DeadRow => _dead;

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var row in _displaced.Values)
        {
            octet[row] = LaneVector.Zero;
        }

        foreach (var arrival in _arrivals)
        {
            var persons = octet.Sum(arrival.Rows);
            if (arrival.Displaced is { } displaced)
            {
                octet.Add(displaced, persons);
            }
            else
            {
                octet.Add(arrival.Settled, arrival.Stays?.Arrive(octet, arrival.Community, persons) ?? persons);
            }

            arrival.Admissions.Count(arrival.Nationality, octet, persons);
        }

        foreach (var stays in _stays)
        {
            stays?.Leave(octet);
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

            var admissions = _context.Series(channel.IsDisplacement ? Indicators.Displacements : Indicators.Admissions, channel.Id);
            foreach (var c in channel.Communities())
            {
                var nationality = _context.World.Communities[c.Index].Nationality;
                if (channel.IsDisplacement && !_displaced.ContainsKey(nationality))
                {
                    _displaced.Add(nationality, _context.TickRow());
                }

                yield return new Arrival(
                    c, nationality, _stays[k], channel.IsDisplacement ? _displaced[nationality] : null, SettledRow(nationality), _context.Mail.ReadRows(new WireRow(RowKind.Arriving, k, c.Index)), admissions);
            }
        }
    }

    private sealed record Arrival(CommunityIndex Community, int Nationality, SeasonalStays? Stays, TickRow? Displaced, int Settled, TickRow[] Rows, NationalSeries Admissions);
}
