using System.CommandLine;
using CorridorSim.Runs.Folders;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints the manifest of a run.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "identifier, its start, or latest" };
        var runs = StoreOption.Create();
        var verb = new Command("show", "print the manifest of a run") { run, runs };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var stored = new RunStore(parsed.GetValue(runs)!).Open(parsed.GetValue(run)!);
            await Console.Out.WriteLineAsync(await File.ReadAllTextAsync(stored.PathOf(RunManifest.FileName), cancellation));
            return ExitCodes.Done;
        }));
        return verb;
    }
}
