using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Analysis.Calibration;

/// <summary>
/// The model as a calibration sees it: members are variants, so that one pass of the engine runs the whole ensemble; what
/// is uncertain but not fitted stands at its central value, and there are no push shocks.
/// </summary>
/// <param name="plan">The calibration.</param>
/// <param name="simulate">What simulates.</param>
internal sealed class CalibrationForward(CalibrationPlan plan, SimulateExperiment simulate)
{
    private readonly int _skipped = plan.FirstMonth - plan.Base.Scenario.FirstMonth;

    /// <summary>Reads the observed series.</summary>
    public ModelObserver Observer { get; } = new(plan.Series);

    /// <summary>The observed log(1 + flow) and their errors, series by series, month by month; months from which an earlier fit has learnt, or that teach nothing, are left out.</summary>
    public Observations Observations()
    {
        var learnt = plan.Earlier?.LastMonth ?? int.MinValue;
        var values = plan.Series
            .SelectMany(s => plan.Observations.Values(s.Name, plan.FirstMonth, plan.Months)
                .Select((v, i) => plan.FirstMonth + i > learnt && plan.FirstMonth + i >= s.CountsFrom ? v : double.NaN))
            .Select(Elementary.LogP1);
        var errors = plan.Series.SelectMany(s => Enumerable.Repeat(s.Error * plan.ErrorFactor, plan.Months));
        return new Observations([.. values], [.. errors]);
    }

    /// <summary>Members x outputs.</summary>
    public async Task<double[,]> RunAsync(double[,] members, CancellationToken cancellationToken)
    {
        var result = await simulate(Experiment(members, 1, null), cancellationToken);
        var outputs = new double[members.GetLength(0), plan.Series.Count * plan.Months];
        for (var member = 0; member < members.GetLength(0); member++)
        {
            for (var series = 0; series < plan.Series.Count; series++)
            {
                var monthly = Observer.Monthly(result, series, member);
                for (var month = 0; month < plan.Months; month++)
                {
                    outputs[member, (series * plan.Months) + month] = Elementary.LogP1(monthly[_skipped + month]);
                }
            }
        }

        return outputs;
    }

    /// <summary>The experiment of an ensemble.</summary>
    /// <param name="members">Members x parameters.</param>
    /// <param name="replicates">Replicates of each member.</param>
    /// <param name="shocks">Spreads and persistence by slot, or null for no shocks.</param>
    public Experiment Experiment(double[,] members, int replicates, IReadOnlyDictionary<Slot, double>? shocks)
    {
        var experiment = plan.Base.Experiment;
        var common = Common(experiment, shocks);
        var variants = new List<Variant>();
        for (var member = 0; member < members.GetLength(0); member++)
        {
            var settings = new SortedDictionary<Slot, Distribution>(common);
            for (var parameter = 0; parameter < plan.Parameters.Count; parameter++)
            {
                settings[plan.Parameters[parameter].Slot] = Distribution.Constant(members[member, parameter]);
            }

            variants.Add(new Variant(FormattableString.Invariant($"member-{member}"), [.. settings.Select(s => new SlotSetting(s.Key, s.Value))]));
        }

        return experiment with
        {
            Variants = variants,
            Replicates = replicates,
            Months = _skipped + plan.Months,
            Recorded = Observer.Recorded,
        };
    }

    private static Dictionary<Slot, Distribution> Common(Experiment experiment, IReadOnlyDictionary<Slot, double>? shocks)
    {
        var world = experiment.World;
        var settings = new Dictionary<Slot, Distribution>();
        for (var slot = 0; slot < world.Slots.Count; slot++)
        {
            if (world.Slots[slot].Value.Kind != DistributionKind.Constant)
            {
                settings[new Slot(slot)] = CentralValues.Of(world, world.Slots[slot].Value);
            }
        }

        foreach (var setting in experiment.Variants[0].Settings)
        {
            // An earlier posterior that the scenario names has no say in a new fit.
            var value = setting.Value.Kind == DistributionKind.Sample ? world.Slots[setting.Slot.Index].Value : setting.Value;
            settings[setting.Slot] = CentralValues.Of(world, value);
        }

        foreach (var slot in world.Nationalities.Select(n => n.ShockSpread).Distinct().Where(_ => shocks is null))
        {
            settings[slot] = Distribution.Constant(0);
        }

        foreach (var (slot, value) in shocks ?? new Dictionary<Slot, double>())
        {
            settings[slot] = Distribution.Constant(value);
        }

        return settings;
    }
}

/// <summary>Central values of inputs, for runs that leave uncertainty out.</summary>
internal static class CentralValues
{
    /// <summary>The central value as a constant; of a column of a joint sample, its mean.</summary>
    public static Distribution Of(WorldPlan world, Distribution value) => Distribution.Constant(
        value.Kind == DistributionKind.Sample ? world.Samples.Average(row => row[(int)value.A]) : value.Central);
}
