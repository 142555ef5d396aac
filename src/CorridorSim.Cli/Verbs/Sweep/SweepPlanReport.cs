using System.Globalization;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli.Reports;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Cli.Verbs.Sweep;

/// <summary>What a sweep will do and take.</summary>
internal sealed class SweepPlanReport(SweepDefinition definition, RunnerOptions options, SweepEstimate estimate)
{
    public async Task WriteAsync(bool json)
    {
        var experiment = definition.Plan.Experiment;
        var blocks = Runner.Blocks(experiment.Lanes, options.BlockSize).Count;
        if (json)
        {
            await JsonOutput.WriteAsync(new
            {
                Sweep = definition.Id,
                definition.Scenario,
                Design = definition.Design.Kind,
                Factors = definition.Factors.Count,
                Variants = experiment.Variants.Count,
                experiment.Replicates,
                experiment.Lanes,
                Blocks = blocks,
                options.BlockSize,
                Figures = definition.Columns.Count,
                experiment.Months,
                EstimatedSeconds = estimate.Time.TotalSeconds,
                EstimatedBytes = estimate.Bytes,
                estimate.ProbedLanes,
            });
            return;
        }

        await Console.Out.WriteLineAsync($"{definition.Title} ({definition.Id}, design {definition.Design.Kind}, base {definition.Scenario})");
        foreach (var factor in definition.Factors)
        {
            await Console.Out.WriteLineAsync($"  {factor.Kind} {factor.Id}: {factor.Path}, {factor.Unit}");
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Points: {experiment.Variants.Count:#,0}, simulations of each: {experiment.Replicates:#,0}; in all {experiment.Lanes:#,0} simulations of {experiment.Months} months, in blocks of {options.BlockSize}: {blocks:#,0}"));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{definition.Columns.Count} figures of each simulation: {string.Join(", ", definition.Columns.Select(c => c.Indicator).Distinct())}"));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"about {Duration(estimate.Time)} and {estimate.Bytes / 1e6:0.0} MB of disk (from {estimate.ProbedLanes} simulations made now; nothing was kept)"));
    }

    private static string Duration(TimeSpan time) => time.TotalMinutes < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes");
}
