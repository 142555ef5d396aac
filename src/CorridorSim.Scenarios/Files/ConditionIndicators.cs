using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Files;

/// <summary>The series that conditions can watch in a world.</summary>
internal static class ConditionIndicators
{
    public static bool Exist(WorldDraft world, SeriesKey key) => Keys(world).Contains(key);

    public static IEnumerable<string> Of(WorldDraft world) => Keys(world).Where(k => k.Nationality == SeriesKey.All).Select(k => k.Series);

    private static HashSet<SeriesKey> Keys(WorldDraft world)
    {
        var plan = BlockPlan.Compile(new Experiment
        {
            World = world.ToPlan([], []),
            Variants = [new Model.Inputs.Variant("none", [])],
            Replicates = 1,
            Seed = 0,
            FirstMonth = 0,
            Months = 1,
        });
        return [.. plan.AllSeries.Select(s => s.Key)];
    }
}
