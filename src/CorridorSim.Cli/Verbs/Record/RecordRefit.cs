using System.Globalization;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Verdicts;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Calibrate;
using CorridorSim.Cli.Verbs.Verdicts;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs.Record;

/// <summary>A fit goes on with the months that a record has gained; then the scenarios that rest on it are run again and held against their kept conclusions.</summary>
/// <param name="calibration">The calibration file.</param>
/// <param name="record">The record, which takes the place of the one that the file names.</param>
/// <param name="kept">Folder of the kept conclusions; null asks for none.</param>
/// <param name="isQuiet">No progress.</param>
internal sealed class RecordRefit(string calibration, string record, string? kept, bool isQuiet)
{
    private const int MostMoved = 5;

    /// <summary>Standard deviations of a normal distribution between its 5 and 95 % quantiles.</summary>
    private const double DeviationsOfBand = 3.29;

    /// <summary>Reads all that will be needed, so that what is wrong with it is told before anything is written.</summary>
    public void Check(DiagnosticBag bag)
    {
        if (CalibrationFile.Load(calibration, record, bag) is { } plan)
        {
            _ = EarlierFit.Read(plan, bag);
        }

        if (kept is not null)
        {
            _ = Scenarios(KeptVerdicts.Load(kept), kept, bag);
        }
    }

    /// <summary>Fits, writes the posterior, and prints what changed.</summary>
    public async Task<int> RunAsync(Func<Task<IBlockEngine>> open, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        if (CalibrationFile.Load(calibration, record, bag) is not { } file || EarlierFit.Read(file, bag) is not { } earlier)
        {
            return await Outcome.InvalidAsync(bag);
        }

        if (earlier.Waits(file) is { Count: > 0 } waits)
        {
            await Console.Out.WriteLineAsync($"Not fitted yet: {CalibrationOutput.Waits(waits)}.");
            return ExitCodes.Done;
        }

        var plan = earlier.GoOn(file);
        await using var engine = await open();
        var report = await CalibrateVerb.FitAsync(plan, engine, isQuiet, cancellation);
        OutputFile.Write(plan.WriteTo, PosteriorWriter.Text(plan, report));
        await TellFitAsync(plan, earlier, report);
        return kept is null ? ExitCodes.Done : await CompareAsync(kept, plan.WriteTo, engine, cancellation);
    }

    private static async Task TellFitAsync(CalibrationPlan plan, EarlierFit earlier, CalibrationReport report)
    {
        var months = string.Join(", ", Enumerable.Range(earlier.LastMonth + 1, plan.FirstMonth + plan.Months - 1 - earlier.LastMonth).Select(CalendarMonth.Format));
        await Console.Out.WriteLineAsync($"Fitted to {months}, going on from the fit to {earlier.Window}; posterior {plan.WriteTo}");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Misfit of these months {report.Course[0].Misfit:F2} before and {report.Misfit:F2} after, in units of the stated errors."));
        await Console.Out.WriteLineAsync("What moved most:");
        new TerminalTable("parameter", ">before 5%", ">median", ">95%", ">now 5%", ">median", ">95%")
            .With(report.Parameters.OrderByDescending(Moved).Take(MostMoved).Select(p => new[]
            {
                p.Path, Figures.Number(p.PriorP05), Figures.Number(p.PriorMedian), Figures.Number(p.PriorP95), Figures.Number(p.P05), Figures.Number(p.Median), Figures.Number(p.P95),
            }))
            .Write();
    }

    /// <summary>How far the median of a parameter moved, in standard deviations of what was known of it.</summary>
    private static double Moved(ParameterFit parameter) =>
        Math.Abs(parameter.Median - parameter.PriorMedian) * DeviationsOfBand / (parameter.PriorP95 - parameter.PriorP05);

    private async Task<int> CompareAsync(string folder, string posterior, IBlockEngine engine, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var before = KeptVerdicts.Load(folder);
        var path = Path.GetFullPath(posterior);
        CompiledScenario[] resting = [.. Scenarios(before, folder, bag).Where(s => s.RestsOn(path)).Select(s => s.Scenario)];
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var (conclusions, figures) = before.Changes(await VerdictsVerb.OfAsync(resting, engine, new RunnerOptions(), isQuiet, cancellation));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Scenarios that rest on this fit: {resting.Length}. Figures that moved without changing a conclusion: {figures.Count}. Conclusions that changed: {conclusions.Count}{(conclusions.Count > 0 ? ":" : ".")}"));
        foreach (var line in conclusions)
        {
            await Console.Out.WriteLineAsync($"  {line}");
        }

        await Console.Out.WriteLineAsync($"Keep them with 'corridorsim verdicts FILE... --out {folder} --reason TEXT'.");
        return ExitCodes.Done;
    }

    /// <summary>The scenarios of kept conclusions, each with as many replicates as were kept: files of their names beside the folder.</summary>
    private static List<KeptScenario> Scenarios(KeptVerdicts kept, string folder, DiagnosticBag bag)
    {
        var root = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? ".");
        var found = new List<KeptScenario>();
        foreach (var (scenario, replicates) in kept.Runs)
        {
            var file = Path.Combine(root, $"{scenario}.yaml");
            if (CompiledScenario.Load(file, [$"ensemble.replicates={replicates}"], bag) is { } compiled)
            {
                found.Add(new KeptScenario(file, compiled));
            }
        }

        return found;
    }

    private sealed record KeptScenario(string File, CompiledScenario Scenario)
    {
        /// <summary>Whether a replicate takes its parameters from a posterior.</summary>
        public bool RestsOn(string path) =>
            Scenario.Scenario.Posterior is { } posterior && Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File)!, posterior.File)) == path;
    }
}
