using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Calibrations;

/// <summary>
/// A fit from which another goes on: its posterior is the prior, and only months after its last teach anything, so that no month
/// counts twice.
/// </summary>
/// <param name="LastMonth">Last month that it was fitted to.</param>
/// <param name="Window">The months that it was fitted to, in words.</param>
/// <param name="Sample">Members x parameters, in the order of the calibration's parameters.</param>
/// <param name="Kept">Values by path that it found and nobody fits anew: those of the push shocks.</param>
public sealed record EarlierFit(int LastMonth, string Window, double[,] Sample, IReadOnlyDictionary<string, double> Kept)
{
    /// <summary>Reads the posterior that a calibration wrote last; reports what is wrong with it and returns null.</summary>
    /// <param name="plan">The calibration as its file has it.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static EarlierFit? Read(CalibrationPlan plan, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bag);
        var file = plan.WriteTo;
        if (plan.Method != CalibrationMethod.Kalman || file.Length == 0)
        {
            bag.Add(file.Length == 0 ? plan.Id : file, 1, 1, "there is no posterior sample to go on from; give the calibration 'method: kalman' and 'write: FILE', and fit it once");
            return null;
        }

        var slots = plan.Base.World.Slots.Slots;
        if (PosteriorSample.Read(file, file, slots.ToDictionary(s => s.Path, s => (s.Minimum, s.Maximum)), null, bag) is not { } sample)
        {
            return null;
        }

        if (sample.Window is not var (first, last) || first != plan.FirstMonth)
        {
            bag.Add(file, 1, 1, $"the first line does not say that the sample was fitted to months from {CalendarMonth.Format(plan.FirstMonth)} on; fit it anew with 'corridorsim calibrate'");
            return null;
        }

        string[] paths = [.. plan.Parameters.Select(p => slots[p.Slot.Index].Path)];
        var columns = sample.Paths.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        if (paths.Where(p => !columns.ContainsKey(p)).ToArray() is { Length: > 0 } missing)
        {
            bag.Add(file, 1, 1, $"the sample has no column for {string.Join(", ", missing)}, which the calibration fits; fit it anew with 'corridorsim calibrate'");
            return null;
        }

        var members = new double[sample.Rows.Count, paths.Length];
        for (var member = 0; member < sample.Rows.Count; member++)
        {
            for (var parameter = 0; parameter < paths.Length; parameter++)
            {
                members[member, parameter] = sample.Rows[member][columns[paths[parameter]]];
            }
        }

        var kept = sample.Paths.Except(paths, StringComparer.Ordinal).ToDictionary(p => p, p => sample.Rows[0][columns[p]], StringComparer.Ordinal);
        return new EarlierFit(last, $"{CalendarMonth.Format(first)} to {CalendarMonth.Format(last)}", members, kept);
    }

    /// <summary>The series that have no month after the last fitted one: until they do, nothing is gone on to, for what is passed over is never learnt.</summary>
    public IReadOnlyList<ObservedName> Waits(CalibrationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Series.Select(s => s.Name).Where(n => plan.Observations.Span(n).Last <= LastMonth)];
    }

    /// <summary>The calibration as it goes on, up to the last month that all its series have; none may wait.</summary>
    public CalibrationPlan GoOn(CalibrationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var last = plan.Series.Min(s => plan.Observations.Span(s.Name).Last);

        // Each month that is gone on to has random draws of its own.
        return plan with
        {
            Months = last - plan.FirstMonth + 1,
            Members = Sample.GetLength(0),
            Seed = unchecked(plan.Seed + (ulong)last),
            Earlier = this,
        };
    }
}
