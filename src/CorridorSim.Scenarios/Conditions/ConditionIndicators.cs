using System.Runtime.CompilerServices;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>The series that conditions can watch in a world.</summary>
internal static class ConditionIndicators
{
    public static bool Exist(WorldDraft world, SeriesKey key) => Keys(world).Contains(key);

    public static IEnumerable<string> Of(WorldDraft world) => Keys(world).Where(k => k.Nationality == SeriesKey.All).Select(k => k.Series);

    // Agreements add no series to a world, and it takes longer to ask it than to read a whole scenario.
    private static readonly ConditionalWeakTable<WorldDraft, HashSet<SeriesKey>> Known = [];

    private static HashSet<SeriesKey> Keys(WorldDraft world) => Known.GetValue(world, Read);

    private static HashSet<SeriesKey> Read(WorldDraft world)
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
