using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>
/// Compiles scenarios on the same world into one experiment: the structure holds the instruments of all of them, and each
/// scenario is a variant in which what it lacks is out of force.
/// </summary>
public static class ExperimentCompiler
{
    /// <summary>Compiles; horizon, replicates, seed and outputs are those of the first scenario.</summary>
    /// <param name="world">The world, fresh from its folder; it is completed by the call.</param>
    /// <param name="scenarios">Scenarios, at least one.</param>
    public static Experiment Compile(WorldDraft world, IReadOnlyList<ResolvedScenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenarios);
        var union = new InstrumentUnion(world, scenarios.Count);
        for (var v = 0; v < scenarios.Count; v++)
        {
            foreach (var instrument in scenarios[v].Instruments)
            {
                union.Add(instrument, v);
            }
        }

        var instruments = union.Build();
        var samples = new SampleUnion(scenarios);
        var variants = new List<Variant>();
        for (var v = 0; v < scenarios.Count; v++)
        {
            var settings = union.Settings(v);
            foreach (var (path, value) in samples.Columns(v).Concat(scenarios[v].Assumptions))
            {
                if (world.Slots.TryFind(path, out var slot))
                {
                    settings[slot] = value;
                }
            }

            variants.Add(new Variant(scenarios[v].Id, [.. settings.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))]));
        }

        var first = scenarios[0];
        var experiment = new Experiment
        {
            World = world.ToPlan(instruments, samples.Rows),
            Variants = variants,
            Replicates = first.Replicates,
            Seed = first.Seed,
            FirstMonth = first.FirstMonth,
            Months = first.Months,
            Step = first.Step,
        };
        return first.Records == RecordedSeries.Headline ? experiment : experiment with { Recorded = Recorded(experiment, first.Records) };
    }

    private static SeriesKey[] Recorded(Experiment experiment, RecordedSeries records) =>
    [
        .. BlockPlan.Compile(experiment).AllSeries
            .Where(s => records == RecordedSeries.Full || s.IsHeadline || FlowSeries.Includes(experiment.World, s.Key)).Select(s => s.Key),
    ];
}
