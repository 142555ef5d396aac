using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Cli.Verbs.Run;

/// <summary>What a run says: headline figures, effects, assumptions, where it is kept.</summary>
internal sealed class RunReport(CompiledScenario compiled, ExperimentResult result, StoredRun stored, bool showsAll)
{
    private const int MostFailuresShown = 5;

    /// <summary>0, or how much of the result is not usable.</summary>
    public int ExitCode => result.Failures.Count() switch
    {
        0 => ExitCodes.Done,
        var failed when failed == result.Plan.Experiment.Lanes => ExitCodes.NothingUsable,
        _ => ExitCodes.SomeLanesFailed,
    };

    public async Task WriteTextAsync()
    {
        var experiment = result.Plan.Experiment;
        await Console.Out.WriteLineAsync(compiled.Scenario.Title);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{experiment.Replicates} {(compiled.Parent is null ? string.Empty : "paired ")}simulations, {Period.Of(Scenario).Spell()}. Median and 90% interval (9 in 10 simulations lie inside)."));
        if (compiled.Parent is not null)
        {
            await Console.Out.WriteLineAsync($"Effect: median difference from the baseline, simulation by simulation with the same random draws. Baseline: {compiled.Parent.Title}.");
        }

        if (stored.Manifest.Start is not null)
        {
            await Console.Out.WriteLineAsync("In months with recorded data, shocks to the push keep each simulation close to the record.");
        }

        await Console.Out.WriteLineAsync();
        var table = new HeadlineTable(showsAll, Places);
        await Console.Out.WriteLineAsync(compiled.Parent is null
            ? table.Levels(Headline.Of(Scenario).Zip(Headline.Values(Scenario)))
            : table.Effects(Comparison.Headline.Zip(Comparison.OnHeadline())));
        if (Record.Render() is { Length: > 0 } record)
        {
            await Console.Out.WriteLineAsync(record);
        }

        await Console.Out.WriteAsync(StatusLines.Text(Status, new StatusWords(Places)));
        await WriteDirectAsync();
        await WriteCaveatsAsync();
        if (Step != ReportStep.Month)
        {
            await Console.Out.WriteLineAsync($"Results by {Step.Name()}: corridorsim export {stored.Manifest.Id} --out FILE (the figures above cover the whole period; recorded data are monthly{LeftOut})");
        }

        await Console.Out.WriteLineAsync($"run     {stored.Manifest.Id}");
        await Console.Out.WriteLineAsync($"folder  {Path.GetRelativePath(Directory.GetCurrentDirectory(), stored.Folder)}");
        await Console.Out.WriteLineAsync($"result  {result.Hash}");
        foreach (var failure in result.Failures.Take(MostFailuresShown))
        {
            await Console.Error.WriteLineAsync($"simulation {failure.Lane} failed in {failure.Participant} at tick {failure.Tick}: {failure.Reason}");
        }
    }

    /// <summary>The same as an object to print as JSON.</summary>
    public object ToJson() => new
    {
        RunId = stored.Manifest.Id,
        stored.Folder,
        Scenario = compiled.Scenario.Id,
        ScenarioHash = compiled.Scenario.Hash,
        ResultHash = result.Hash,
        result.Plan.Experiment.Replicates,
        result.Plan.Experiment.Months,
        result.Plan.Experiment.Seed,
        result.Plan.Experiment.Lanes,
        FailedLanes = result.Failures.Count(),
        ElapsedSeconds = result.Elapsed.TotalSeconds,
        Headline = Headline.Values(Scenario).Select(EffectJson.Of),
        Record = Record.ToJson(),
        Step = Step.Name(),
        Start = stored.Manifest.Start ?? "model",
        Periods = Step == ReportStep.Month ? null : ByPeriod(),
        Base = compiled.Parent?.Id,
        Effects = compiled.Parent is null ? [] : Comparison.OnHeadline().Select(EffectJson.Of),
        Agreements = StatusLines.Json(Status),
        DirectSizes = Direct.Select(d => new { Indicator = d.Indicator.ToString(), d.Provision, d.Size, d.Share, Elasticity = 1 }),
        Levers = LeverValue.Of(compiled).Select(LeverLines.Json),
        Assumptions = Assumed().Select(a => Stated(a.Instrument, a.Provision)),
        Fit = FitNote.For(compiled.Scenario),
    };

    private ReportStep Step => result.Plan.Experiment.Step;

    private string LeftOut => new ReportedPeriods(Step, result.Plan.Experiment.FirstMonth, result.Plan.Experiment.Months).MonthsLeftOut is var left and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"; {left} months do not make a whole quarter and are not included")
        : string.Empty;

    /// <summary>The headline by week or quarter.</summary>
    private object[] ByPeriod()
    {
        var reader = new IndicatorReader(Scenario);
        return
        [
            .. from headline in Headline.Of(Scenario)
               let values = reader.By(headline.Name, Step)
               from period in Enumerable.Range(0, values.Periods.Count)
               let band = Quantiles.Interval(Quantiles.WithoutNaN([.. values.Values.Select(v => v[period])]))
               select new { Name = headline.Name.ToString(), Period = values.Periods.Names[period], values.Unit, band.Median, P05 = band.Lower, P95 = band.Upper },
        ];
    }

    private ResultEnsemble Scenario => new(result, 0);

    private PlaceWords Places => new(result.Plan.Experiment.World);

    // A record that cannot be read is no reason to hold back a result; validate and backtest say what is wrong with it.
    private RecordTable Record => new(ObservedRecord.Of(compiled, new DiagnosticBag()), Scenario, compiled.Parent is null ? null : new ResultEnsemble(result, 1), Places);

    private IReadOnlyList<AgreementStatus> Status => field ??=
        new StatusReader(Scenario, compiled.Parent is null ? null : new ResultEnsemble(result, 1), result.Plan.Experiment.World).Read();

    private IReadOnlyList<DirectSize> Direct => compiled.Parent is null ? [] : DirectSize.Of(result.Plan.Experiment, new ResultEnsemble(result, 1), Scenario, Status);

    private Comparison Comparison => new(new ResultEnsemble(result, 1), Scenario);

    private IEnumerable<(InstrumentText Instrument, ProvisionText Provision)> Assumed() =>
        from instrument in compiled.Scenario.Instruments
        where compiled.Parent is null || compiled.Parent.Instruments.All(i => i.Id != instrument.Id)
        from provision in instrument.Provisions
        where provision.IsAssumed
        select (instrument, provision);

    private static string Stated(InstrumentText instrument, ProvisionText provision) => string.Create(
        CultureInfo.InvariantCulture,
        $"{instrument.Id}/{provision.Id}: {provision.SizeKey} = {provision.Size.Value.Central}{(provision.Size.Range is { } r ? $", range {r[0]} to {r[1]}" : string.Empty)} ({provision.Unit})");

    /// <summary>An assumed size as people say it: 400 places a month, or times 0.7.</summary>
    private string Words(InstrumentText instrument, ProvisionText provision)
    {
        var range = provision.Size.Range is { } r ? $", plausible range {SizeWords.Range(provision, r[0], r[1])}" : string.Empty;
        return $"{Places.Provision($"{instrument.Id}/{provision.Id}")}: {SizeWords.Of(provision, provision.Size.Value.Central)}{range}";
    }

    private async Task WriteDirectAsync()
    {
        var direct = Direct;
        if (direct.Count == 0)
        {
            return;
        }

        var words = new StatusWords(Places);
        await Console.Out.WriteLineAsync(StatusWords.Direct);
        foreach (var size in direct)
        {
            await Console.Out.WriteLineAsync($"  {words.Of(size)}");
        }

        await Console.Out.WriteLineAsync();
    }

    private async Task WriteCaveatsAsync()
    {
        foreach (var group in Assumed().GroupBy(a => a.Instrument))
        {
            await Console.Out.WriteLineAsync($"Assumed sizes (not published) in {group.Key.Title}:");
            foreach (var (instrument, provision) in group)
            {
                await Console.Out.WriteLineAsync($"  {Words(instrument, provision)}");
            }

            if (group.Key.IsAgreement && group.Key.Provisions.All(p => p.IsAssumed))
            {
                await Console.Out.WriteLineAsync(UnpublishedSizes.Of([TitleText.WithoutRemark(group.Key.Title)]));
            }
        }

        foreach (var line in LeverLines.Text(compiled, showsAll))
        {
            await Console.Out.WriteLineAsync(line);
        }

        await Console.Out.WriteLineAsync(FitNote.For(compiled.Scenario));
        await Console.Out.WriteLineAsync();
    }
}
