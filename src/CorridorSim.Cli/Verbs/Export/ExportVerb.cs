using System.CommandLine;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Export;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

[assembly: Verb<ExportVerb>(250)]

namespace CorridorSim.Cli.Verbs.Export;

/// <summary>Writes a run as a table for a spreadsheet, or all of it for another program.</summary>
internal sealed class ExportVerb : IVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "identifier, its start, name, or latest" };
        var target = new Option<string>("--out") { Description = "file to write", Required = true };
        var format = Strict.Choice<ExportFormat>("--format", "csv, or all series as parquet or iamc; csv unless told");
        var headline = new Option<bool>("--headline") { Description = "the headline figures over the whole period" };
        var effects = new Option<bool>("--effects") { Description = "the effects of the scenario on them" };
        var all = new Option<bool>("--all") { Description = "every replicate and nationality: a large file" };
        var indicators = new Option<string[]>("--indicator") { Description = "indicator or pattern, such as admissions:usa-*; may be repeated" };
        var variants = new Option<string[]>("--variant") { Description = "variant of the run; may be repeated" };
        var at = new Option<string?>("--at") { Description = "months: 2024, 2024-Q1, 2024-03 or 2023-10..2024-03" };
        var step = Strict.Choice<ReportStep>("--step", "length of a line: week, month or quarter; that of the run unless told");
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("export", "write a run for a spreadsheet: corridorsim export latest --effects --out effects.csv")
        {
            run, target, format, headline, effects, all, indicators, variants, at, step, runs, json,
        };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var isWhole = parsed.GetValue(all) || parsed.GetValue(format) is ExportFormat.Parquet or ExportFormat.Iamc;
            if (new[] { isWhole, parsed.GetValue(headline), parsed.GetValue(effects) }.Count(w => w) > 1)
            {
                return await Outcome.RefuseAsync("give one of --headline, --effects, --all, --format parquet and --format iamc", ExitCodes.WrongCommandLine);
            }

            if (isWhole && new Option[] { indicators, variants, at }.Any(o => parsed.GetResult(o) is { Implicit: false }))
            {
                return await Outcome.RefuseAsync("--indicator, --variant and --at choose from the tables for a spreadsheet; leave out --all and --format", ExitCodes.WrongCommandLine);
            }

            if (parsed.GetValue(step) is not null && (isWhole || parsed.GetValue(headline) || parsed.GetValue(effects)))
            {
                return await Outcome.RefuseAsync("--step is for the table by period; a figure of the whole period has no step, and --all and --format write the step that the run reports", ExitCodes.WrongCommandLine);
            }

            var stored = parsed.Store(runs).Open(parsed.GetValue(run)!);
            var path = parsed.GetValue(target)!;
            var chosen = parsed.GetValue(format) ?? ExportFormat.Csv;
            if (parsed.GetValue(all) || chosen != ExportFormat.Csv)
            {
                RunExport.Write(stored, chosen, path);
            }
            else
            {
                var choice = new SheetChoice([.. (parsed.GetValue(indicators) ?? []).Select(i => new IndicatorPattern(i))], parsed.GetValue(variants) ?? [], Asked.Period(parsed.GetValue(at)), parsed.GetValue(step));
                var sheet = new RunSheet(stored, choice);
                if (sheet.UnknownVariants is [var unknown, ..])
                {
                    throw new RunNotFoundException($"Run {stored.Manifest.Id} has no variant '{unknown}'; it has {string.Join(", ", stored.Manifest.Variants)}.");
                }

                var lines = parsed.GetValue(effects) ? sheet.Effects() : parsed.GetValue(headline) ? sheet.Headline() : sheet.Monthly();
                OutputFile.Write(path, string.Join('\n', lines) + "\n");
            }

            var bytes = File.Exists(path) ? new FileInfo(path).Length : 0;
            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { Run = stored.Manifest.Id, Format = chosen.ToString().ToLowerInvariant(), File = Path.GetFullPath(path), Bytes = bytes })
                : Console.Out.WriteLineAsync($"wrote {path}"));
            return ExitCodes.Done;
        }));
        return verb;
    }
}
