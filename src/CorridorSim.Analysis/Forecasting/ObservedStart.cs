using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Records;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// The one way to begin from the observed state, for runs as for backtests: the push shocks of the months that were counted are those
/// that bring each replicate close to the record (<see cref="ShockAnalysis"/>); later months are drawn from where they end.
/// </summary>
public static class ObservedStart
{
    /// <summary>Name of it in manifests and on the command line.</summary>
    public const string Name = "observed";

    /// <summary>An experiment whose counted months follow the record of its world; all its variants share them.</summary>
    /// <param name="compiled">The scenario; its own variant is brought close to the record.</param>
    /// <param name="simulate">What simulates.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    /// <exception cref="StudyException">The world has no record, or nothing of it lies within the horizon.</exception>
    public static async Task<Experiment> OfAsync(
        CompiledScenario compiled, SimulateExperiment simulate, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var bag = new DiagnosticBag();
        var record = ObservedRecord.Of(compiled, bag);
        if (record is null)
        {
            throw new StudyException(bag.HasErrors
                ? $"The record of the world cannot be read: {bag.Sorted[0]}"
                : $"The world '{compiled.World.Id}' has no {ObservedRecord.FileName}, so that no observed state is known; leave out --start observed.");
        }

        var experiment = compiled.Experiment;
        var months = Math.Min(experiment.Months, record.Last + 1 - experiment.FirstMonth);
        if (months < 1)
        {
            throw new StudyException("Nothing was counted in or after the first month of the horizon; begin earlier with --from, or leave out --start observed.");
        }

        var alone = experiment with { Variants = [experiment.Variants[0]], Step = ReportStep.Month };
        var shocks = await ShocksAsync(alone, months, new ModelObserver(record.Series), record.Table, simulate, progress, cancellationToken);
        return experiment with { KnownShocks = shocks };
    }

    /// <summary>The shocks of the first months of an experiment with one variant.</summary>
    internal static Task<KnownShocks> ShocksAsync(
        Experiment experiment,
        int months,
        ModelObserver observer,
        Scenarios.Observations.ObservationTable observations,
        SimulateExperiment simulate,
        IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report("state at the origin");
        return new ShockAnalysis(experiment, months, observer, observations, simulate).RunAsync(new Passes(progress), cancellationToken);
    }

    private sealed class Passes(IProgress<string>? outer) : IProgress<int>
    {
        public void Report(int value) => outer?.Report(FormattableString.Invariant($"state at the origin, pass {value}"));
    }
}
