using System.CommandLine;
using CorridorSim.Runs.Folders;

namespace CorridorSim.Cli.Verbs;

/// <summary>Writes the series of a run in one file.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "identifier, its start, or latest" };
        var format = new Option<ExportFormat>("--format") { Description = "csv, parquet or iamc" };
        var target = new Option<string>("--out") { Description = "file to write", Required = true };
        var runs = StoreOption.Create();
        var verb = new Command("export", "write the series of a run: corridorsim export latest --format iamc --out run.csv") { run, format, target, runs };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            RunExport.Write(new RunStore(parsed.GetValue(runs)!).Open(parsed.GetValue(run)!), parsed.GetValue(format), parsed.GetValue(target)!);
            await Console.Out.WriteLineAsync($"wrote {parsed.GetValue(target)}");
            return ExitCodes.Done;
        }));
        return verb;
    }
}
