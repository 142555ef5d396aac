using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// People on the way through a country, per route, step and nationality, and the protection that the country offers them.
/// </summary>
internal sealed class Transit : ISection
{
    private readonly CountryContext _context;
    private readonly Dictionary<(RouteIndex Route, int Step, int User), TickRow> _inflow = [];
    private readonly TransitStage[] _stages;
    private readonly Dictionary<LegIndex, Readmission?> _readmissions = [];
    private readonly NationalSeries _protected;
    private readonly Dictionary<int, int> _protectedRows = [];
    private readonly InputRow _places;
    private readonly InputRow _uptake;

    public Transit(CountryContext context)
    {
        _context = context;
        (StayedRow, DeadRow) = (context.PersonRow(), context.PersonRow());
        var stages = new List<TransitStage>();
        for (var r = 0; r < context.World.Routes.Count; r++)
        {
            var route = context.World.Routes[r];
            for (var step = 0; step <= route.Legs.Count; step++)
            {
                if (RouteGeometry.CountryOfStep(context.World, route, step) != context.Country)
                {
                    continue;
                }

                for (var u = 0; u < route.Users.Count; u++)
                {
                    InflowRow(new RouteIndex(r), step, u);
                    if (step < route.Legs.Count)
                    {
                        stages.Add(new TransitStage(context, this, new RouteIndex(r), step, u, ReadmissionOf(route.Legs[step])));
                    }
                }
            }
        }

        _stages = [.. stages];
        var code = context.World.Countries[context.Country.Index].Code;
        _protected = context.Series(Indicators.Protected, code);
        var country = context.World.Countries[context.Country.Index];
        (_places, _uptake) = (context.Policy.Input(country.ProtectionPlaces), context.Policy.Input(country.ProtectionUptake));
    }

    /// <summary>Row of the people who settled on the way.</summary>
    public int StayedRow { get; }

    /// <summary>Row of the people who died on the legs that begin here.</summary>
    public int DeadRow { get; }

    /// <summary>Row that collects the people who reach a step in this tick; who takes them empties it.</summary>
    public TickRow InflowRow(RouteIndex route, int step, int user)
    {
        if (!_inflow.TryGetValue((route, step, user), out var row))
        {
            _inflow.Add((route, step, user), row = _context.TickRow());
        }

        return row;
    }

    /// <summary>Row of the people of a nationality who were protected here.</summary>
    public int ProtectedRow(int nationality)
    {
        if (!_protectedRows.TryGetValue(nationality, out var row))
        {
            _protectedRows.Add(nationality, row = _context.PersonRow());
        }

        return row;
    }

    /// <inheritdoc/>
    public void Prepare(Octet octet)
    {
        foreach (var stage in _stages)
        {
            stage.Prepare(octet);
        }
    }

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        Protect(octet);
        foreach (var readmission in _readmissions.Values)
        {
            readmission?.Open(octet);
        }

        foreach (var stage in _stages)
        {
            stage.Advance(octet);
        }

        foreach (var readmission in _readmissions.Values)
        {
            readmission?.Close(octet);
        }
    }

    private Readmission? ReadmissionOf(LegIndex leg)
    {
        if (!_readmissions.TryGetValue(leg, out var known))
        {
            _readmissions.Add(leg, known = Readmission.Of(_context, leg));
        }

        return known;
    }

    /// <summary>Protection takes people out of transit, the same share of every stage.</summary>
    private void Protect(Octet octet)
    {
        var places = _places[octet];
        if (_stages.Length == 0 || LaneVector.EqualsAll(places, LaneVector.Zero))
        {
            return;
        }

        var stock = LaneVector.Zero;
        foreach (var stage in _stages)
        {
            stock += octet[stage.StockRow];
        }

        var share = Protection.Share(_uptake[octet], places, stock);
        if (LaneVector.EqualsAll(share, LaneVector.Zero))
        {
            return;
        }

        foreach (var stage in _stages)
        {
            var persons = octet[stage.StockRow] * share;
            octet.Add(stage.StockRow, -persons);
            octet.Add(stage.ProtectedRow, persons);
            _protected.Count(stage.Nationality, octet, persons);
        }
    }
}
