using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Pacts;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Observations;

[assembly: Verb<PactsVerb>(90)]

namespace CorridorSim.Cli.Verbs.Pacts;

/// <summary>The scorecard of agreements: what was promised, what was delivered, what the model says either dose does, what the record shows.</summary>
internal sealed class PactsVerb : IVerb
{
    private const string YamlEnding = ".yaml";

    private static readonly Argument<string> Path = new("path") { Description = "scenario that includes agreements, or a file or folder of agreements, which is not simulated" };
    private static readonly Option<string[]> Indicators = new("--indicator") { Description = "indicator whose change is shown, such as deaths; may be repeated; default: irregular entries over each headline passage, deaths and admissions" };
    private static readonly Option<string?> At = new("--at") { Description = "months over which the effect is summed: 2016, 2016-04..2016-12; default: from each signature on" };
    private static readonly Option<string?> Csv = new("--csv") { Description = "file for the clauses as a table" };
    private static readonly Option<int?> Replicates = Strict.Whole("--replicates", "replicates, 1 to 10000", 1, 10_000);
    private static readonly Option<bool> Json = JsonOption.Create();

    public static Command Create()
    {
        var verb = new Command("pacts", "compare what agreements promised with what they delivered: corridorsim pacts scenarios/agreements") { Path, Indicators, At, Csv, Replicates, Json };
        var engine = new EngineOptions(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => RunAsync(parsed, engine, cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, EngineOptions engine, CancellationToken cancellation)
    {
        var path = parsed.GetValue(Path)!;
        var bag = new DiagnosticBag();
        var isScenario = File.Exists(path) && path.EndsWith(YamlEnding, StringComparison.Ordinal) && File.ReadLines(path).Any(l => l.StartsWith("id:", StringComparison.Ordinal));
        if (!isScenario && !File.Exists(path) && !Directory.Exists(path))
        {
            return await Outcome.RefuseAsync($"there is no file or folder '{path}'; name a scenario or a folder of agreements such as scenarios/agreements", ExitCodes.InvalidInput);
        }

        var loaded = isScenario ? ScenarioFile.Load(path, ["dose=promised"], bag) : null;
        var clauses = loaded is not null ? PactReader.Of(loaded, bag) : isScenario ? [] : PactReader.Library(path, bag);
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var effects = loaded is null ? [] : await EffectsAsync(parsed, engine, path, clauses, bag, cancellation);
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var output = new PactsOutput(clauses, effects);
        if (parsed.GetValue(Csv) is { } file)
        {
            OutputFile.Write(file, output.Csv());
        }

        await (parsed.GetValue(Json) ? output.WriteJsonAsync() : output.WriteTextAsync());
        return ExitCodes.Done;
    }

    /// <summary>Each agreement by itself, at either dose, against the world without any.</summary>
    private static async Task<IReadOnlyList<PactEffect>> EffectsAsync(
        ParseResult parsed, EngineOptions engine, string path, IReadOnlyList<PactClause> clauses, DiagnosticBag bag, CancellationToken cancellation)
    {
        string[] agreements = [.. clauses.Select(c => c.Agreement.Id).Distinct()];
        var effects = new List<PactEffect>();
        using var progress = engine.Progress(parsed, parsed.GetValue(Json));
        await using var silo = await engine.OpenAsync(parsed, cancellation);
        foreach (var (agreement, dose) in from a in agreements from d in new[] { "promised", "delivered" } select (a, d))
        {
            if (dose == "delivered" && clauses.Where(c => c.Agreement.Id == agreement).All(c => c.Delivered is null))
            {
                continue;
            }

            string[] settings = [$"dose={dose}", .. agreements.Where(a => a != agreement).Select(a => $"agreements.{a}.in-force=0")];
            if (CompiledScenario.Load(path, settings, bag) is not { Parent: not null } compiled)
            {
                return effects;
            }

            var experiment = compiled.Experiment with { Replicates = parsed.GetValue(Replicates) ?? compiled.Experiment.Replicates };
            var result = await new Runner(silo).RunAsync(experiment, engine.Runner(parsed), progress, cancellation);
            var (with, without) = (new ResultEnsemble(result, 0), new ResultEnsemble(result, 1));
            var signed = clauses.First(c => c.Agreement.Id == agreement).SignedMonth ?? experiment.FirstMonth;
            var period = Asked.Period(parsed.GetValue(At)) ?? new Period(Math.Max(experiment.FirstMonth, (int)Math.Floor(signed)), experiment.FirstMonth + experiment.Months - 1);
            var (record, places) = (Record(compiled, bag), new PlaceWords(compiled.Experiment.World));
            effects.AddRange(Shown(parsed, with).Select(name => new PactEffect(
                agreement, dose, period, places.SeriesOf(name), new Comparison(without, with).On(name, period), Around(record, name, (int)Math.Round(signed)))));
        }

        return effects;
    }

    private static IReadOnlyList<IndicatorName> Shown(ParseResult parsed, ResultEnsemble ensemble) => parsed.GetValue(Indicators) is { Length: > 0 } asked
        ? [.. asked.Select(IndicatorName.Parse)]
        : [
            .. ensemble.HeadlinePassages.Order(StringComparer.Ordinal).Select(p => new IndicatorName(Model.Recording.Indicators.IrregularEntries, p)),
            new IndicatorName(Model.Recording.Indicators.Deaths), new IndicatorName(Model.Recording.Indicators.Admissions),
        ];

    private static ObservationTable? Record(CompiledScenario compiled, DiagnosticBag bag) =>
        System.IO.Path.Combine(compiled.World.Folder, ObservedRecord.FileName) is var file && File.Exists(file) ? ObservationTable.Read(file, file, bag) : null;

    /// <summary>Counted change from the signature on, three months over three; not-a-number where months are not there.</summary>
    private static double Around(ObservationTable? record, IndicatorName name, int month)
    {
        if (record is null || name.Where is null)
        {
            return double.NaN;
        }

        var values = record.Values(new ObservedName($"{name.Variable}:{name.Where}", name.Nationality), month - ObservedRecord.WindowMonths, 2 * ObservedRecord.WindowMonths);
        var (before, after) = (values[..ObservedRecord.WindowMonths].Average(), values[ObservedRecord.WindowMonths..].Average());
        return before > 0 ? (after / before) - 1 : double.NaN;
    }
}

/// <summary>What an agreement alone changes.</summary>
/// <param name="Agreement">Its identifier.</param>
/// <param name="Dose">promised or delivered.</param>
/// <param name="Period">Months that are summed.</param>
/// <param name="Words">The indicator, with the names of its place and people.</param>
/// <param name="Effect">With it less without it.</param>
/// <param name="Observed">Counted change around its signature; not-a-number where it was not counted.</param>
internal sealed record PactEffect(string Agreement, string Dose, Period Period, string Words, Effect Effect, double Observed);
