using System.CommandLine;
using System.Diagnostics;
using CorridorSim.Analysis.Optimisation;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Optimise;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Writing;

[assembly: Verb<OptimiseVerb>(150)]

namespace CorridorSim.Cli.Verbs.Optimise;

/// <summary>Searches the settings of clauses that reach goals best within budgets and constraints.</summary>
internal sealed class OptimiseVerb : IVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "search file (*.optimise.yaml)" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of the base scenario; may be repeated" };
        var emit = new Option<string?>("--emit") { Description = "scenario file to write with the best settings, beside the base scenario or above it" };
        var json = JsonOption.Create();
        var verb = new Command("optimise", "find the settings that best meet a goal: corridorsim optimise scenarios/fewest-deaths.optimise.yaml") { file, set, emit, json };
        var engine = new EngineOptions(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (OptimiseFile.Read(parsed.GetValue(file)!, parsed.GetValue(set) ?? [], bag) is not { } text || PolicyProblem.Of(text, bag) is not { } problem)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var target = parsed.GetValue(emit);
            if (target is not null && ScenarioDraft.Extends(target, text.BasePath) is null)
            {
                return await Outcome.RefuseAsync($"{target}: a scenario extends files beside it or below it; write it to {Path.GetDirectoryName(text.BasePath)}", ExitCodes.InvalidInput);
            }

            var clock = Stopwatch.StartNew();
            var progress = new StageProgress<SearchProgress>(parsed.GetValue(json) || engine.IsQuiet(parsed), stage => OptimiseReport.Stage(problem, stage));
            OptimisationAnswer answer;
            await using (var silo = await engine.OpenAsync(parsed, cancellation))
            {
                answer = await new OptimisationStudy(problem, new Runner(silo), engine.Runner(parsed), progress).SearchAsync(cancellation);
            }

            return await TellAsync(new OptimiseReport(answer, clock.Elapsed), target, parsed.GetValue(json));
        }));
        return verb;
    }

    private static async Task<int> TellAsync(OptimiseReport report, string? target, bool asJson)
    {
        var answer = report.Answer;
        var emitted = target is not null && answer.Best.Count > 0 ? target : null;
        if (emitted is not null)
        {
            var text = answer.Problem.Text;
            var id = ScenarioDraft.IdOf(emitted, "best-settings");
            OutputFile.Write(emitted, EmittedScenario.Write(text, answer.Best[0].Settings, ScenarioDraft.Extends(emitted, text.BasePath)!, id));
        }

        await (asJson ? JsonOutput.WriteAsync(report.ToJson(emitted)) : report.WriteTextAsync(emitted));
        var code = await Outcome.OfLanesAsync(answer.Failures, answer.Lanes);
        return answer.Best.Count == 0 ? ExitCodes.NothingUsable : code;
    }
}
