using System.CommandLine;
using CorridorSim.Analysis.Optimisation;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Validate;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Suites;

[assembly: Verb<ValidateVerb>(20)]

namespace CorridorSim.Cli.Verbs.Validate;

/// <summary>Checks the files that analysts write; runs nothing.</summary>
internal sealed class ValidateVerb : IVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "scenarios, comparisons, sweeps, searches, calibrations, suites", Arity = ArgumentArity.OneOrMore };
        var json = JsonOption.Create();
        var verb = new Command("validate", "check files: corridorsim validate scenarios/*.yaml") { files, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            var paths = parsed.GetValue(files)!;
            var scenarios = new List<(string File, CompiledScenario Compiled)>();
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                // Each file has a bag of its own: what is wrong in one must not keep the next from being read to its end.
                var own = new DiagnosticBag();
                if (Check(path, own) is { } compiled)
                {
                    scenarios.Add((path, compiled));
                }

                bag.AddAll(own);
            }

            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new { IsValid = !bag.HasErrors, Files = paths, Messages = bag.Sorted, Levers = scenarios.SelectMany(s => LeverValue.Of(s.Compiled).Select(l => new { s.File, Values = LeverLines.Json(l) })) });
                return bag.HasErrors ? ExitCodes.InvalidInput : ExitCodes.Done;
            }

            if (bag.HasErrors)
            {
                return await Outcome.InvalidAsync(bag);
            }

            await Console.Out.WriteLineAsync(paths.Length == 1 ? $"{paths[0]} is valid" : $"{paths.Length} files are valid");
            foreach (var line in scenarios.SelectMany(s => Lines(s.File, s.Compiled, paths.Length > 1)))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    /// <summary>What a scenario makes of the values that it moves, below its name where there are several.</summary>
    private static string[] Lines(string file, CompiledScenario compiled, bool isNamed)
    {
        string[] lines = [.. LeverLines.Text(compiled, showsAll: false)];
        return isNamed && lines.Length > 0 ? [file, .. lines] : lines;
    }

    /// <summary>Checks a file; returns a scenario that is valid.</summary>
    private static CompiledScenario? Check(string path, DiagnosticBag bag)
    {
        switch (Path.GetExtension(Path.GetFileNameWithoutExtension(path)))
        {
            case ".compare":
                CheckComparison(path, bag);
                break;
            case ".sweep":
                _ = SweepCompiler.Load(path, bag);
                break;
            case ".optimise":
                _ = OptimiseFile.Read(path, [], bag) is { } text ? PolicyProblem.Of(text, bag) : null;
                break;
            case ".suite":
                _ = SuiteFile.Load(path, null, bag);
                break;
            case ".calibration":
                _ = CalibrationFile.Load(path, null, bag);
                break;
            default:
                return CompiledScenario.Load(path, [], bag) is { } compiled && !bag.HasErrors ? compiled : null;
        }

        return null;
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
