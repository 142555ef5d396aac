using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Resolve;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

[assembly: Verb<ResolveVerb>(30)]

namespace CorridorSim.Cli.Verbs.Resolve;

/// <summary>Prints a scenario with everything it inherits, or only what differs from its parent.</summary>
internal sealed class ResolveVerb : IVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "scenario file" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of the file; may be repeated" };
        var diff = new Option<bool>("--diff") { Description = "only what differs from the parent, in words" };
        var json = JsonOption.Create();
        var verb = new Command("resolve", "print a scenario with everything it inherits: corridorsim resolve scenarios/chnv-parole.yaml --diff") { file, set, diff, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (CompiledScenario.Load(parsed.GetValue(file)!, parsed.GetValue(set) ?? [], bag, movesParent: false) is not { } compiled)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var (own, parent) = (compiled.Loaded.Merged, compiled.Loaded.Parent);
            var differences = parent is null ? [] : ScenarioDifference.Describe(parent, own);
            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new { compiled.Scenario.Id, compiled.Scenario.Hash, Parent = compiled.Parent?.Id, Differences = differences, Levers = LeverValue.Of(compiled).Select(LeverLines.Json), Scenario = YamlJson.Of(own) });
            }
            else if (!parsed.GetValue(diff))
            {
                await Console.Out.WriteAsync(compiled.Scenario.Canonical);
            }
            else
            {
                await WriteAsync(compiled, differences);
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static async Task WriteAsync(CompiledScenario compiled, IReadOnlyList<string> differences)
    {
        await Console.Out.WriteLineAsync(compiled.Parent is null
            ? $"{compiled.Scenario.Id} extends no scenario"
            : $"{compiled.Scenario.Id} differs from {compiled.Parent.Id} in {differences.Count} {(differences.Count == 1 ? "value" : "values")}:");
        foreach (var difference in differences)
        {
            await Console.Out.WriteLineAsync($"  {difference}");
        }

        foreach (var line in LeverLines.Text(compiled, showsAll: true))
        {
            await Console.Out.WriteLineAsync(line);
        }
    }
}
