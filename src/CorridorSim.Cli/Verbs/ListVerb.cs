using System.CommandLine;
using CorridorSim.Runs.Folders;

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

            foreach (var damaged in listing.Damaged)
            {
                await Console.Error.WriteLineAsync($"damaged: {damaged.Folder}: {damaged.Reason}");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }
}
