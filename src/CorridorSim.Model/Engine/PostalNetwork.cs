using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>Works out who has to write to whom, and what the rows of each letter are.</summary>
internal sealed class PostalNetwork
{
    private readonly WorldPlan _world;
    private readonly IReadOnlyList<ParticipantInfo> _participants;
    private readonly Func<int, WireRow, bool> _hears;
    private readonly Dictionary<(int Sender, WireRow Row), SortedSet<int>> _recipients = [];
    private readonly List<(int Sender, WireRow Row)> _rows = [];

    private PostalNetwork(WorldPlan world, IReadOnlyList<ParticipantInfo> participants, Func<int, WireRow, bool> hears)
    {
        _world = world;
        _participants = participants;
        _hears = hears;
    }

    /// <summary>Connects the participants.</summary>
    /// <param name="world">The structure.</param>
    /// <param name="participants">Its participants.</param>
    /// <param name="series">Every series of the world, which conditions may watch.</param>
    /// <param name="hears">Whether a country, by participant, is told the weight of a provision.</param>
    public static PostalPlan Build(
        WorldPlan world, IReadOnlyList<ParticipantInfo> participants, IReadOnlyList<SeriesInfo> series, Func<int, WireRow, bool> hears)
    {
        var network = new PostalNetwork(world, participants, hears);
        network.AddInstruments();
        network.AddReadings(series);
        network.AddRoutes();
        network.AddBorders();
        network.AddChannels();
        network.AddHomecomings();
        return new PostalPlan(network.Finish(), participants.Count);
    }

    private int CountryParticipant(int country) => _world.Instruments.Count + country;

    /// <summary>Lets some more hear a row. Everybody who hears it gets the same letter, so that it is written once.</summary>
    private void Add(int sender, IEnumerable<int> recipients, WireRow row)
    {
        foreach (var recipient in recipients)
        {
            if (!_recipients.TryGetValue((sender, row), out var known))
            {
                _recipients.Add((sender, row), known = []);
                _rows.Add((sender, row));
            }

            known.Add(recipient);
        }
    }

    private void AddInstruments()
    {
        var everyCountry = _world.Countries.Select((_, c) => CountryParticipant(c)).ToArray();
        for (var i = 0; i < _world.Instruments.Count; i++)
        {
            for (var p = 0; p < _world.Instruments[i].Provisions.Count; p++)
            {
                var weight = new WireRow(RowKind.Weight, i, p);
                Add(i, everyCountry.Where(c => _hears(c, weight)), weight);
            }
        }
    }

    private void AddReadings(IReadOnlyList<SeriesInfo> series)
    {
        var byKey = series.Select((info, index) => (info.Key, index)).ToDictionary(s => s.Key, s => s.index);
        for (var i = 0; i < _world.Instruments.Count; i++)
        {
            foreach (var watched in _world.Instruments[i].Watched())
            {
                if (!byKey.TryGetValue(watched, out var index))
                {
                    throw new ArgumentException($"'{_world.Instruments[i].Id}' watches the unknown series '{watched}'.");
                }

                Add(series[index].Participant, [i], new WireRow(RowKind.Reading, index));
            }
        }
    }

    private void AddRoutes()
    {
        for (var r = 0; r < _world.Routes.Count; r++)
        {
            var route = _world.Routes[r];
            var destination = CountryParticipant(_world.Borders[route.Border].Destination);
            var readers = route.Entries.Select(e => CountryParticipant(_world.Communities[e.Community].Country)).ToArray();
            for (var u = 0; u < route.Users.Count; u++)
            {
                Add(destination, readers, new WireRow(RowKind.RouteAppeal, r, u));
            }

            foreach (var (step, user) in RouteGeometry.Joins(_world, route))
            {
                Add(destination, readers, new WireRow(RowKind.StepAppeal, r, step, user));
            }

            foreach (var leg in route.Legs.Where(l => _world.Legs[l].Readmission >= 0))
            {
                Add(CountryParticipant(_world.Places[_world.Legs[leg].Origin].Country), [destination], new WireRow(RowKind.Readmitted, leg));
            }

            AddTravel(r, route);
        }
    }

    private void AddTravel(int r, Route route)
    {
        foreach (var entry in route.Entries)
        {
            var community = _world.Communities[entry.Community];
            var user = RouteGeometry.UserOf(route, community.Nationality);
            var to = RouteGeometry.CountryOfStep(_world, route, entry.Step);
            if (to != community.Country)
            {
                Add(CountryParticipant(community.Country), [CountryParticipant(to)], new WireRow(RowKind.Travelling, r, entry.Step, user));
            }
        }

        for (var step = 0; step < route.Legs.Count; step++)
        {
            var from = RouteGeometry.CountryOfStep(_world, route, step);
            var to = RouteGeometry.CountryOfStep(_world, route, step + 1);
            for (var u = 0; u < route.Users.Count && from != to; u++)
            {
                Add(CountryParticipant(from), [CountryParticipant(to)], new WireRow(RowKind.Travelling, r, step + 1, u));
            }
        }
    }

    private void AddBorders()
    {
        for (var b = 0; b < _world.Borders.Count; b++)
        {
            var border = _world.Borders[b];
            var waiting = CountryParticipant(_world.Places[border.WaitingPlace].Country);
            var destination = CountryParticipant(border.Destination);
            for (var n = 0; n < _world.Nationalities.Count; n++)
            {
                Add(destination, [waiting], new WireRow(RowKind.CrossingShare, b, n));
                Add(destination, [waiting], new WireRow(RowKind.GiveUpShare, b, n));
                Add(destination, [waiting], new WireRow(RowKind.Appointments, b, n));
                Add(waiting, [destination], new WireRow(RowKind.Waiting, b, n));
                Add(waiting, [destination], new WireRow(RowKind.Attempting, b, n));
                Add(waiting, [destination], new WireRow(RowKind.AtPort, b, n));
            }
        }
    }

    private void AddChannels()
    {
        for (var k = 0; k < _world.Channels.Count; k++)
        {
            var office = CountryParticipant(_world.Channels[k].Country);
            foreach (var c in _world.Channels[k].Lots.SelectMany(l => l.Communities).Distinct().Order())
            {
                var home = CountryParticipant(_world.Communities[c].Country);
                Add(office, [home], new WireRow(RowKind.Admitted, k, c));
                Add(home, [office], new WireRow(RowKind.Arriving, k, c));
                if (!_world.Channels[k].IsNamed)
                {
                    Add(office, [home], new WireRow(RowKind.ChannelAppeal, k, c));
                    Add(office, [home], new WireRow(RowKind.Declined, k, c));
                    Add(home, [office], new WireRow(RowKind.Applied, k, c));
                }
            }
        }
    }

    private void AddHomecomings()
    {
        foreach (var (sender, nationality) in RouteGeometry.ReturningFrom(_world).Concat(RouteGeometry.WorkersReturningFrom(_world)))
        {
            var home = _world.Communities[_world.Nationalities[nationality].HomeCommunity].Country;
            Add(CountryParticipant(sender), [CountryParticipant(home)], new WireRow(RowKind.Homecoming, nationality));
        }
    }

    /// <summary>One wire for all rows that a participant sends to the same others, in order of sender and recipients.</summary>
    private List<Wire> Finish()
    {
        var wires = new List<Wire>();
        foreach (var group in _rows.GroupBy(row => (row.Sender, Recipients: Name(_recipients[row])))
            .OrderBy(g => g.Key.Sender).ThenBy(g => g.Key.Recipients, StringComparer.Ordinal))
        {
            var recipients = _recipients[group.First()].ToArray();
            var wave = _participants[group.Key.Sender].Wave;
            wires.Add(new Wire
            {
                Index = wires.Count,
                Sender = group.Key.Sender,
                Recipients = recipients,
                IsForward = recipients.All(r => _participants[r].Wave > wave),
                Rows = [.. group.Select(row => row.Row)],
            });
        }

        return wires;
    }

    private static string Name(SortedSet<int> recipients) =>
        string.Join(',', recipients.Select(r => r.ToString("D5", System.Globalization.CultureInfo.InvariantCulture)));
}
