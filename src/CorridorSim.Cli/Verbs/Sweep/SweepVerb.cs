using System.CommandLine;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Sweep;
using CorridorSim.Runs.Commands;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<SweepVerb>(110)]

namespace CorridorSim.Cli.Verbs.Sweep;

/// <summary>Plans, runs and resumes sweeps.</summary>
internal sealed class SweepVerb : IVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "sweep file" };
        var plan = new Option<bool>("--plan") { Description = "count points and lanes, estimate time and disk, run nothing" };
        var resume = new Option<bool>("--resume") { Description = "continue the unfinished sweep of this file; begin when there is none" };
        var runs = StoreOption.Create();
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var verb = new Command("sweep", "run thousands of variants of a scenario: corridorsim sweep scenarios/quota-enforcement.sweep.yaml")
        {
            file, plan, resume, runs, json,
        };
        var engine = new EngineOptions(verb);
        IdleOption.RefuseWith(verb, plan, resume);
        string Resume(ParseResult parsed) =>
            ShellText.Command(["sweep", parsed.GetValue(file)!, "--resume", .. ShellText.Option("--runs", parsed.GetValue(runs), StoreOption.Usual)]);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (SweepCompiler.Load(parsed.GetValue(file)!, bag) is not { } definition)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var asJson = parsed.GetValue(json);
            await using var silo = await engine.OpenAsync(parsed, cancellation);
            if (parsed.GetValue(plan))
            {
                var estimate = await SweepEstimate.MeasureAsync(new Runner(silo), definition, engine.Runner(parsed), cancellation);
                await new SweepPlanReport(definition, engine.Runner(parsed), estimate).WriteAsync(asJson);
                return ExitCodes.Done;
            }

            using var progress = engine.Progress(parsed, asJson);
            var options = new SweepOptions { Runner = engine.Runner(parsed), Resume = parsed.GetValue(resume) };
            try
            {
                var runner = new SweepRunner(new Runner(silo), new SweepStore(parsed.Store(runs)));
                var sweep = await runner.RunAsync(definition, options, progress, cancellation);
                progress.Dispose();
                await new SweepReport(sweep).WriteAsync(asJson);
                if (sweep.Manifest.HasLostLanes)
                {
                    await Console.Error.WriteLineAsync(
                        $"corridorsim: {sweep.Manifest.Failures.Count(f => f.IsLost)} lanes were lost with their workers; try them again with: {Resume(parsed)}");
                }

                return sweep.Manifest.Failures.Count == 0 ? ExitCodes.Done
                    : sweep.Manifest.Failures.Count == sweep.Manifest.Lanes ? ExitCodes.NothingUsable : ExitCodes.SomeLanesFailed;
            }
            catch (ResumeRefusedException refusal)
            {
                foreach (var difference in refusal.Differences)
                {
                    await Console.Error.WriteLineAsync(difference);
                }

                return await Outcome.RefuseAsync(refusal.Message, ExitCodes.ResumeRefused);
            }
            catch (SweepStoppedException stop)
            {
                progress.Dispose();
                return await Outcome.RefuseAsync(
                    $"{stop.Message}; continue with: {Resume(parsed)}", ExitCodes.Stopped);
            }
        }));
        return verb;
    }
}
