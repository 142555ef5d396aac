using System.CommandLine;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Checks scenario files; runs nothing.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "scenario files", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("validate", "check scenario files: corridorsim validate scenarios/*.yaml") { files };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            var paths = parsed.GetValue(files)!;
            foreach (var path in paths.TakeWhile(p => !cancellation.IsCancellationRequested))
            {
                _ = CompiledScenario.Load(path, [], bag);
            }

            if (bag.HasErrors)
            {
                return await Outcome.InvalidAsync(bag);
            }

            await Console.Out.WriteLineAsync(paths.Length == 1 ? $"{paths[0]} is valid" : $"{paths.Length} files are valid");
            return ExitCodes.Done;
        }));
        return verb;
    }
}
