using CorridorSim.Model.Indices;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>Makes the wires between participants from what these say that they write.</summary>
internal static class PostalNetwork
{
    /// <summary>Connects the participants.</summary>
    /// <param name="world">The structure.</param>
    /// <param name="participants">Its participants.</param>
    /// <param name="series">Every series of the world, which conditions may watch.</param>
    /// <param name="hears">Whether a country, by participant, is told the weight of a provision.</param>
    public static PostalPlan Build(
        WorldPlan world, IReadOnlyList<ParticipantInfo> participants, IReadOnlyList<SeriesInfo> series, Func<int, WireRow, bool> hears)
    {
        var letters = new LetterBook(world.Instruments.Count);
        AddInstruments(world, letters, hears);
        AddReadings(world, letters, series);
        CountryParticipant.Declare(world, letters);
        return new PostalPlan(Wires(letters, participants), participants.Count);
    }

    private static void AddInstruments(WorldPlan world, LetterBook letters, Func<int, WireRow, bool> hears)
    {
        var everyCountry = world.Countries.Select((_, c) => letters.Participant(new CountryIndex(c))).ToArray();
        for (var i = 0; i < world.Instruments.Count; i++)
        {
            for (var p = 0; p < world.Instruments[i].Provisions.Count; p++)
            {
                var weight = new WireRow(RowKind.Weight, i, p);
                letters.Add(i, everyCountry.Where(c => hears(c, weight)), weight);
            }
        }
    }

    private static void AddReadings(WorldPlan world, LetterBook letters, IReadOnlyList<SeriesInfo> series)
    {
        var byKey = series.Select((info, index) => (info.Key, index)).ToDictionary(s => s.Key, s => s.index);
        for (var i = 0; i < world.Instruments.Count; i++)
        {
            foreach (var watched in world.Instruments[i].Watched())
            {
                if (!byKey.TryGetValue(watched, out var index))
                {
                    throw new ArgumentException($"'{world.Instruments[i].Id}' watches the unknown series '{watched}'.");
                }

                letters.Add(series[index].Participant, [i], new WireRow(RowKind.Reading, index));
            }
        }
    }

    /// <summary>
    /// One wire for all rows that a participant sends to the same others, in order of sender and recipients. Weights have wires of their own:
    /// they are told only when one has changed.
    /// </summary>
    private static List<Wire> Wires(LetterBook letters, IReadOnlyList<ParticipantInfo> participants)
    {
        var wires = new List<Wire>();
        foreach (var group in letters.Rows.GroupBy(row => (row.Sender, Recipients: Name(letters.Recipients(row)), IsOfWeights: row.Row.Kind == RowKind.Weight))
            .OrderBy(g => g.Key.Sender).ThenBy(g => g.Key.Recipients, StringComparer.Ordinal))
        {
            var recipients = letters.Recipients(group.First()).ToArray();
            var wave = participants[group.Key.Sender].Wave;
            wires.Add(new Wire
            {
                Index = wires.Count,
                Sender = group.Key.Sender,
                Recipients = recipients,
                IsForward = recipients.All(r => participants[r].Wave > wave),
                Rows = [.. group.Select(row => row.Row)],
            });
        }

        return wires;
    }

    private static string Name(SortedSet<int> recipients) =>
        string.Join(',', recipients.Select(r => r.ToString("D5", System.Globalization.CultureInfo.InvariantCulture)));
}
