using System.CommandLine;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints a scenario with everything it inherits.</summary>
internal static class ResolveVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "scenario file" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of the file" };
        var verb = new Command("resolve", "print a scenario with everything it inherits") { file, set };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (CompiledScenario.Load(parsed.GetValue(file)!, parsed.GetValue(set) ?? [], bag) is not { } compiled)
            {
                return await Outcome.InvalidAsync(bag);
            }

            await Console.Out.WriteAsync(compiled.Scenario.Canonical);
            return ExitCodes.Done;
        }));
        return verb;
    }
}
