using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Record;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Texts;

[assembly: Verb<RecordVerb>(210)]

namespace CorridorSim.Cli.Verbs.Record;

/// <summary>Appends the months of an agency's own table to a record.</summary>
internal sealed class RecordVerb : IVerb
{
    private static readonly Argument<string> File = new("table") { Description = "monthly table as the agency publishes it" };
    private static readonly Option<string> Agency = new("--agency") { Description = "whose table it is: cbp, snm or inm", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "record to which new months are appended", Required = true };
    private static readonly Option<int?> Year = Strict.Whole("--year", "year of a table of snm, which does not name it", DateText.FirstYear, DateText.LastYear);
    private static readonly Option<string?> Refit = new("--refit") { Description = "calibration file: its fit goes on with the new months, and its posterior is written anew" };
    private static readonly Option<string?> Kept = new("--check") { Description = "with --refit: folder of kept conclusions; scenarios beside it that rest on the fit are run again, and what changed is told" };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "with --refit: no progress" };
    private static readonly Option<bool> Dry = new("--dry") { Description = "say what would be appended and write nothing" };

    public static Command Create()
    {
        Agency.AcceptOnlyFromAmong([.. AgencyTable.Agencies]);
        var verb = new Command("record", "add the months of an agency's table to a record, and update the fit with them: corridorsim record snm-2024.csv --agency snm --year 2024 --to scenarios/worlds/americas/observations.csv")
        {
            File, Agency, To, Year, Dry, Refit, Kept, Quiet,
        };
        verb.Validators.Add(r =>
        {
            if (r.GetValue(Agency) == "snm" && r.GetValue(Year) is null)
            {
                r.AddError("a table of snm does not name its year; give --year");
            }
            else if (r.GetValue(Agency) is { } agency and not "snm")
            {
                IdleOption.Refuse(r, $"with a table of {agency}, which names its years", Year);
            }
        });
        var cluster = ClusterOption.AddTo(verb);
        IdleOption.RefuseWith(verb, Dry, Refit);
        verb.Validators.Add(r =>
        {
            if (r.GetValue(Refit) is null)
            {
                IdleOption.Refuse(r, "without --refit", [Kept, Quiet, .. cluster.Own]);
            }
        });
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var refit = parsed.GetValue(Refit) is { } file ? new RecordRefit(file, parsed.GetValue(To)!, parsed.GetValue(Kept), parsed.GetValue(Quiet)) : null;
            var code = await AppendAsync(parsed, refit);
            return code == ExitCodes.Done && refit is not null
                ? await refit.RunAsync(() => cluster.OpenAsync(parsed, parsed.GetValue(Quiet), cancellation), cancellation)
                : code;
        }));
        return verb;
    }

    private static async Task<int> AppendAsync(ParseResult parsed, RecordRefit? refit)
    {
        var bag = new DiagnosticBag();
        var target = parsed.GetValue(To)!;
        var record = ObservationTable.Read(target, target, bag);
        var counts = AgencyTable.Read(parsed.GetValue(Agency)!, parsed.GetValue(File)!, parsed.GetValue(Year) ?? 0, target, bag);
        if (record is not null)
        {
            refit?.Check(bag);
        }

        if (record is null || bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        // Series that the record does not keep are left out; months that it has are not written again, but a revision is told.
        AgencyCount[] kept = [.. counts.Where(c => record.Names.Contains(c.Name))];
        AgencyCount[] fresh = [.. kept.Where(c => c.Month > record.Span(c.Name).Last).OrderBy(c => c.Name.Series, StringComparer.Ordinal).ThenBy(c => c.Name.Nationality, StringComparer.Ordinal).ThenBy(c => c.Month)];
        foreach (var revised in kept.Where(c => record.Value(c.Name, c.Month) is var old && !double.IsNaN(old) && old != c.Value))
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"revised: {revised.Name} {CalendarMonth.Format(revised.Month)} is {revised.Value} in the table and {record.Value(revised.Name, revised.Month)} in the record, which is kept"));
        }

        if (fresh.Length > 0 && !parsed.GetValue(Dry))
        {
            var text = await System.IO.File.ReadAllTextAsync(target);
            OutputFile.Write(target, (text.EndsWith('\n') ? text : text + "\n") + string.Concat(fresh.Select(Line)));
        }

        var months = fresh.Select(c => c.Month).Distinct().Order().Select(CalendarMonth.Format);
        await Console.Out.WriteLineAsync(fresh.Length == 0
            ? "The record has every month of this table."
            : $"{(parsed.GetValue(Dry) ? "Would append" : "Appended")} {fresh.Length} rows of {fresh.Select(c => c.Name).Distinct().Count()} series: {string.Join(", ", months)}");
        return ExitCodes.Done;
    }

    private static string Line(AgencyCount count) => string.Create(
        CultureInfo.InvariantCulture, $"{count.Name.Series},{count.Name.Nationality},{CalendarMonth.Format(count.Month)},{count.Value},{count.Source}\n");
}
