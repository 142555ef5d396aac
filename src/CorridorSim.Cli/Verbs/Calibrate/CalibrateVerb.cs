using System.CommandLine;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Calibrate;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<CalibrateVerb>(160)]

namespace CorridorSim.Cli.Verbs.Calibrate;

/// <summary>Fits uncertain parameters to observations and writes the posterior sample.</summary>
internal sealed class CalibrateVerb : IVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "calibration file" };
        var observations = new Option<string?>("--observations") { Description = "observations file in place of the one that the file names" };
        var output = new Option<string?>("--out") { Description = "posterior file in place of the one that the file names" };
        var goOn = new Option<bool>("--continue") { Description = "go on from the posterior of the last fit: learn from the months after its last alone" };
        var dry = new Option<bool>("--dry") { Description = "write no posterior file" };
        var markdown = new Option<string?>("--markdown") { Description = "file for the table of parameters, as Markdown" };
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var quiet = new Option<bool>("--quiet") { Description = "no progress" };
        var verb = new Command("calibrate", "fit parameters to observations: corridorsim calibrate scenarios/americas.calibration.yaml")
        {
            file, observations, output, goOn, dry, markdown, json, quiet,
        };
        var cluster = ClusterOption.AddTo(verb);
        IdleOption.RefuseWith(verb, dry, output);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (CalibrationFile.Load(parsed.GetValue(file)!, parsed.GetValue(observations), bag) is not { } plan)
            {
                return await Outcome.InvalidAsync(bag);
            }

            if (parsed.GetValue(goOn))
            {
                if (EarlierFit.Read(plan, bag) is not { } earlier)
                {
                    return await Outcome.InvalidAsync(bag);
                }

                if (earlier.Waits(plan) is { Count: > 0 } waits)
                {
                    throw new StudyException($"nothing to learn: {CalibrationOutput.Waits(waits)}; append it to the record first");
                }

                plan = earlier.GoOn(plan);
            }

            CalibrationReport report;
            await using (var engine = await cluster.OpenAsync(parsed, parsed.GetValue(quiet), cancellation))
            {
                report = await FitAsync(plan, engine, parsed.GetValue(quiet), cancellation);
            }

            var path = parsed.GetValue(output) ?? plan.WriteTo;
            var written = parsed.GetValue(dry) ? string.Empty : path;
            if (written.Length > 0)
            {
                OutputFile.Write(written, PosteriorWriter.Text(plan, report));
            }

            if (parsed.GetValue(markdown) is { } table)
            {
                OutputFile.Write(table, ParameterTable.Markdown(plan, report));
            }

            await (parsed.GetValue(json) ? CalibrationOutput.WriteJsonAsync(plan, report, written) : CalibrationOutput.WriteTextAsync(plan, report, written));
            return ExitCodes.Done;
        }));
        return verb;
    }

    /// <summary>Fits, and tells on the terminal how far it is.</summary>
    public static Task<CalibrationReport> FitAsync(CalibrationPlan plan, IBlockEngine engine, bool isQuiet, CancellationToken cancellation)
    {
        var runner = new Runner(engine);
        var calibration = new ScenarioCalibration(plan, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions(), null, token));
        return calibration.RunAsync(new StageProgress<CalibrationProgress>(isQuiet, CalibrationOutput.Words), cancellation);
    }
}
