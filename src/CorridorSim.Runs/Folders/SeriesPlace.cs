using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Runs.Folders;

/// <summary>Where a series belongs, told apart into the columns of the tidy table; what does not apply is null.</summary>
/// <param name="Origin">Country that is left.</param>
/// <param name="Destination">Country that is entered.</param>
/// <param name="Channel">Legal channel.</param>
/// <param name="Leg">Passage, leg or border.</param>
/// <param name="Place">Anything else: country, route, or agreement/provision.</param>
internal readonly record struct SeriesPlace(string? Origin, string? Destination, string? Channel, string? Leg, string? Place)
{
    public static SeriesPlace Of(BlockPlan plan, SeriesKey key)
    {
        var channel = plan.Experiment.World.Channels.FirstOrDefault(c => c.Id == key.Where);
        if (channel is not null)
        {
            return new SeriesPlace(null, plan.Experiment.World.Countries[channel.Country].Code, channel.Id, null, null);
        }

        var ends = key.Where.Split('>');
        return ends.Length == 2
            ? new SeriesPlace(ends[0], ends[1], null, key.Where, null)
            : new SeriesPlace(null, null, null, null, key.Where);
    }
}
