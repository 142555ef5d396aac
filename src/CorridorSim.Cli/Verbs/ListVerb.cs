using System.CommandLine;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Cli.Verbs;

/// <summary>Lists the runs, newest first, and says which are damaged.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var runs = StoreOption.Create();
        var verb = new Command("list", "list the runs") { runs };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var listing = new RunStore(parsed.GetValue(runs)!).List();
            foreach (var run in listing.Runs)
            {
                await Console.Out.WriteLineAsync($"{run.Manifest.Id}  {run.Manifest.Status}  {run.Manifest.Lanes} lanes  {run.Manifest.Name}");
            }

            var sweeps = new SweepStore(new RunStore(parsed.GetValue(runs)!)).List();
            foreach (var sweep in sweeps.Sweeps)
            {
                var blocks = sweep.Manifest.IsFinished ? sweep.Manifest.Blocks : sweep.ReadJournal().Count;
                await Console.Out.WriteLineAsync(
                    $"{sweep.Manifest.Id}  {sweep.Manifest.Status}  {sweep.Manifest.Lanes} lanes  sweep, {blocks} of {sweep.Manifest.Blocks} blocks");
            }

            foreach (var damaged in listing.Damaged.Concat(sweeps.Damaged))
            {
                await Console.Error.WriteLineAsync($"damaged: {damaged.Folder}: {damaged.Reason}");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }
}
