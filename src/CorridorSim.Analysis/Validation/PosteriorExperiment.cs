using System.Globalization;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Validation;

/// <summary>A scenario with the posterior of a calibration that was just made in place of the one that it names.</summary>
public static class PosteriorExperiment
{
    /// <summary>The experiment: every replicate takes a row of the sample; the push shocks are those that were fitted.</summary>
    public static Experiment Of(CalibrationPlan plan, CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(report);
        var experiment = plan.Base.Experiment;
        var world = experiment.World;
        // What an earlier posterior said of parameters that are not fitted is not carried over.
        var settings = experiment.Variants[0].Settings.ToDictionary(
            s => s.Slot, s => s.Value.Kind == DistributionKind.Sample ? world.Slots[s.Slot.Index].Value : s.Value);
        for (var parameter = 0; parameter < plan.Parameters.Count; parameter++)
        {
            settings[plan.Parameters[parameter].Slot] = new Distribution(DistributionKind.Sample, parameter);
        }

        for (var slot = 0; slot < world.Slots.Count; slot++)
        {
            if (report.Shocks.TryGetValue(world.Slots[slot].Path, out var value))
            {
                settings[new Slot(slot)] = Distribution.Constant(value);
            }
        }

        double[][] rows = [.. Enumerable.Range(0, report.Sample.GetLength(0)).Select(m => Enumerable.Range(0, report.Sample.GetLength(1)).Select(p => report.Sample[m, p]).ToArray())];
        return experiment with
        {
            World = world with { Samples = rows },
            Variants = [new Variant(experiment.Variants[0].Name, [.. settings.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))])],
        };
    }
}

/// <summary>A posterior sample as text, for those who keep it with a forecast.</summary>
public static class PosteriorText
{
    /// <summary>The header of paths and a row per member, every digit kept.</summary>
    public static string Of(PosteriorSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var rows = sample.Rows.Select(r => string.Join(',', r.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return string.Concat(rows.Prepend(string.Join(',', sample.Paths)).Select(l => l + "\n"));
    }
}
