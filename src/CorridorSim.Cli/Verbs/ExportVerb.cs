using System.CommandLine;
using CorridorSim.Cli.Reports;
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
        var json = JsonOption.Create();
        var verb = new Command("export", "write the series of a run: corridorsim export latest --format iamc --out run.csv") { run, format, target, runs, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var stored = new RunStore(parsed.GetValue(runs)!).Open(parsed.GetValue(run)!);
            var path = parsed.GetValue(target)!;
            RunExport.Write(stored, parsed.GetValue(format), path);
            var bytes = new FileInfo(path).Length;
            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { Run = stored.Manifest.Id, Format = parsed.GetValue(format).ToString().ToLowerInvariant(), File = Path.GetFullPath(path), Bytes = bytes })
                : Console.Out.WriteLineAsync($"wrote {path}"));
            return ExitCodes.Done;
        }));
        return verb;
    }
}
