using System.Globalization;
using System.Text.Json;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;
using Spectre.Console;

namespace CorridorSim.Cli.Verbs;

/// <summary>What a run says: headline figures, effects, assumptions, where it is kept.</summary>
internal sealed class RunReport(CompiledScenario compiled, ExperimentResult result, StoredRun stored)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public async Task WriteTextAsync()
    {
        var experiment = result.Plan.Experiment;
        await Console.Out.WriteLineAsync(compiled.Scenario.Title);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{experiment.Replicates} replicates, {experiment.Months} months from {stored.Manifest.From}; median and 90 % interval over replicates{(compiled.Parent is null ? string.Empty : $"; effect: against {compiled.Parent.Id}, same luck")}"));
        WriteTable();
        await WriteCaveatsAsync();
        await Console.Out.WriteLineAsync($"run     {stored.Manifest.Id}");
        await Console.Out.WriteLineAsync($"folder  {Path.GetRelativePath(Directory.GetCurrentDirectory(), stored.Folder)}");
        await Console.Out.WriteLineAsync($"result  {result.Hash}");
        foreach (var failure in result.Failures.Take(5))
        {
            await Console.Error.WriteLineAsync($"lane {failure.Lane} failed in {failure.Participant} at tick {failure.Tick}: {failure.Reason}");
        }
    }

    public async Task WriteJsonAsync()
    {
        var document = new
        {
            RunId = stored.Manifest.Id,
            stored.Folder,
            Scenario = compiled.Scenario.Id,
            ScenarioHash = compiled.Scenario.Hash,
            ResultHash = result.Hash,
            experiment = new { result.Plan.Experiment.Replicates, result.Plan.Experiment.Months, result.Plan.Experiment.Seed },
            Lanes = result.Plan.Experiment.Lanes,
            ElapsedSeconds = result.Elapsed.TotalSeconds,
            Headline = Headline.Values(Scenario).Select(Figures),
            Effects = compiled.Parent is null ? [] : Effects().Select(e => (object)new
            {
                Indicator = e.Other.Name,
                e.Other.Unit,
                Period = e.Other.Period.ToString(),
                BaseMedian = Quantiles.Median(Quantiles.WithoutNaN(e.Base.Values)),
                OtherMedian = Quantiles.Median(Quantiles.WithoutNaN(e.Other.Values)),
                DifferenceMedian = e.Summary.Median,
                e.Summary.P05,
                e.Summary.P95,
                e.Summary.ShareSameSign,
                Verdict = Words(e.Summary.Verdict),
            }),
            Assumptions = Assumed().Select(a => a.Words),
        };
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(document, Indented));
    }

    private static object Figures(IndicatorValues i)
    {
        var band = Quantiles.Interval(Quantiles.WithoutNaN(i.Values));
        return new { Indicator = i.Name, i.Unit, Period = i.Period.ToString(), band.Median, P05 = band.Lower, P95 = band.Upper };
    }

    private void WriteTable()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 150;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("indicator").AddColumn("unit");
        table.AddColumn(new TableColumn("median").RightAligned()).AddColumn(new TableColumn("90 % interval").RightAligned());
        if (compiled.Parent is null)
        {
            foreach (var indicator in Headline.Values(Scenario))
            {
                table.AddRow(Cells(indicator));
            }
        }
        else
        {
            table.AddColumn(new TableColumn("effect").RightAligned()).AddColumn(new TableColumn("90 % interval").RightAligned()).AddColumn("verdict");
            foreach (var (_, indicator, summary) in Effects())
            {
                table.AddRow([.. Cells(indicator), Signed(summary.Median), $"{Signed(summary.P05)} to {Signed(summary.P95)}", Words(summary.Verdict)]);
            }
        }

        console.Write(table);
    }

    private static string[] Cells(IndicatorValues i)
    {
        var band = Quantiles.Interval(Quantiles.WithoutNaN(i.Values));
        return [Markup.Escape(i.Name), i.Unit, Number(band.Median), $"{Number(band.Lower)} to {Number(band.Upper)}"];
    }

    private ResultEnsemble Scenario => new(result, 0);

    private IReadOnlyList<Effect> Effects() => new Comparison(new ResultEnsemble(result, 1), Scenario).OnHeadline();

    private IEnumerable<(InstrumentText Instrument, string Words)> Assumed() =>
        from instrument in compiled.Scenario.Instruments
        where compiled.Parent is null || compiled.Parent.Instruments.All(i => i.Id != instrument.Id)
        from provision in instrument.Provisions
        where provision.IsAssumed
        let range = provision.Size.Range is { } r ? string.Create(CultureInfo.InvariantCulture, $", range {r[0]} to {r[1]}") : string.Empty
        select (instrument, string.Create(
            CultureInfo.InvariantCulture,
            $"{instrument.Id}/{provision.Id}: {provision.Lever.SizeKey} = {provision.Size.Value.Central}{range} ({provision.Lever.Unit})"));

    private async Task WriteCaveatsAsync()
    {
        foreach (var group in Assumed().GroupBy(a => a.Instrument))
        {
            await Console.Out.WriteLineAsync($"Assumed, not published, in {group.Key.Title}:");
            foreach (var (_, words) in group)
            {
                await Console.Out.WriteLineAsync($"  {words}");
            }

            if (group.Key.IsAgreement && group.Key.Provisions.All(p => p.IsAssumed))
            {
                await Console.Out.WriteLineAsync("  It publishes no quantity: its own effect cannot be read off the record; this is what such sizes would do in the model.");
            }
        }

        await Console.Out.WriteLineAsync("The world's parameters come from a trial fit and are not calibrated or tested against held-out observations yet.");
        await Console.Out.WriteLineAsync();
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.ExactlyZero => "exactly zero",
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        _ => "cannot tell",
    };

    private static string Signed(double value) => value >= 0.0005 ? "+" + Number(value) : Number(value);

    private static string Number(double value) => Math.Abs(value) < 0.0005 ? "0" : Math.Abs(value) switch
    {
        < 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };
}
