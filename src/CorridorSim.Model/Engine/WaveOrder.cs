using CorridorSim.Model.Post;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Puts the participants into waves: instruments first, then countries along the routes from origin to destination, so
/// that people who travel on are met in the same tick. Connections that would close a circle count as backward.
/// </summary>
public static class WaveOrder
{
    /// <summary>Participants of a world with their waves.</summary>
    public static IReadOnlyList<ParticipantInfo> Of(WorldPlan world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var waves = CountryWaves(world.Countries.Count, Connections(world));
        var participants = new List<ParticipantInfo>();
        for (var i = 0; i < world.Instruments.Count; i++)
        {
            participants.Add(new ParticipantInfo(participants.Count, world.Instruments[i].Id, false, i, 0));
        }

        for (var c = 0; c < world.Countries.Count; c++)
        {
            participants.Add(new ParticipantInfo(participants.Count, world.Countries[c].Code, true, c, 1 + waves[c]));
        }

        return participants;
    }

    private static SortedSet<(int From, int To)> Connections(WorldPlan world)
    {
        var connections = new SortedSet<(int From, int To)>();
        foreach (var route in world.Routes)
        {
            var border = world.Borders[route.Border];
            foreach (var leg in route.Legs.Select(l => world.Legs[l.Index]))
            {
                connections.Add((world.Places[leg.Origin].Country.Index, world.Places[leg.Destination].Country.Index));
            }

            foreach (var entry in route.Entries)
            {
                connections.Add((world.Communities[entry.Community.Index].Country.Index, RouteGeometry.CountryOfStep(world, route, entry.Step).Index));
            }

            connections.Add((world.Places[border.WaitingPlace].Country.Index, border.Destination.Index));
        }

        connections.RemoveWhere(c => c.From == c.To);
        return connections;
    }

    private static int[] CountryWaves(int countries, SortedSet<(int From, int To)> connections)
    {
        var successors = connections.ToLookup(c => c.From, c => c.To);
        var waves = new int[countries];
        var state = new int[countries];
        var order = new List<int>();
        var forward = new List<(int From, int To)>();
        for (var c = 0; c < countries; c++)
        {
            Visit(c);
        }

        order.Reverse();
        foreach (var c in order)
        {
            foreach (var (_, to) in forward.Where(f => f.From == c))
            {
                waves[to] = Math.Max(waves[to], waves[c] + 1);
            }
        }

        return waves;

        void Visit(int country)
        {
            if (state[country] != 0)
            {
                return;
            }

            state[country] = 1;
            foreach (var next in successors[country])
            {
                if (state[next] == 1)
                {
                    continue;
                }

                forward.Add((country, next));
                Visit(next);
            }

            state[country] = 2;
            order.Add(country);
        }
    }
}
