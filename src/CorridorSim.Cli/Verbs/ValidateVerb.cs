using System.CommandLine;
using CorridorSim.Analysis.Optimisation;
using CorridorSim.Cli.Reports;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Cli.Verbs;

/// <summary>Checks the files that analysts write; runs nothing.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "scenarios, comparisons, sweeps, searches, calibrations", Arity = ArgumentArity.OneOrMore };
        var json = JsonOption.Create();
        var verb = new Command("validate", "check files: corridorsim validate scenarios/*.yaml") { files, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            var paths = parsed.GetValue(files)!;
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                // Each file has a bag of its own: what is wrong in one must not keep the next from being read to its end.
                var own = new DiagnosticBag();
                Check(path, own);
                bag.AddAll(own);
            }

            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new { IsValid = !bag.HasErrors, Files = paths, Messages = bag.Sorted });
                return bag.HasErrors ? ExitCodes.InvalidInput : ExitCodes.Done;
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

    private static void Check(string path, DiagnosticBag bag)
    {
        switch (Path.GetExtension(Path.GetFileNameWithoutExtension(path)))
        {
            case ".compare":
                CheckComparison(path, bag);
                break;
            case ".sweep":
                _ = SweepFile.Load(path, bag);
                break;
            case ".optimise":
                _ = OptimiseFile.Read(path, [], bag) is { } text ? PolicyProblem.Of(text, bag) : null;
                break;
            case ".calibration":
                _ = CalibrationFile.Load(path, null, bag);
                break;
            default:
                _ = CompiledScenario.Load(path, [], bag);
                break;
        }
    }

    private static void CheckComparison(string path, DiagnosticBag bag)
    {
        if (ComparisonFile.Load(path, bag) is not { } comparison)
        {
            return;
        }

        foreach (var scenario in comparison.Runs.Append(comparison.Baseline).Where(r => r.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            _ = CompiledScenario.Load(scenario, [], bag);
        }
    }
}
