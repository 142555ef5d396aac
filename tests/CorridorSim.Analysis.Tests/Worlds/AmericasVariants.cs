using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Analysis.Tests.Worlds;

/// <summary>The shipped Americas without agreements, and what-ifs on them, simulated once with the same luck.</summary>
public sealed class AmericasVariants
{
    private const int Replicates = 16;
    private const int Months = 36;
    private const string Chnv = "chnv";

    private const string Irregulars = "[CUB, HTI, NIC, VEN]";

    private static readonly (string Name, string Yaml)[] Variants =
    [
        ("base", "id: base"),
        ("places", "measures: { USA: { more: { lever: channel-capacity, channel: usa-h2b, places-per-month: 4000, from: 2021-03, basis: assumption } } }"),
        ("few", Parole("few", 300)),
        ("many", Parole("many", 1_000_000)),
        ("no-visa", "measures: { MEX: { visa-venezuela: null } }"),
        ("announced", $"measures: {{ USA: {{ words: {{ lever: announcement, border: MEX>USA, nationalities: {Irregulars}, face-value: 0.1, from: 2021-06, basis: assumption }} }} }}"),
        ("channel", Parole("channel", 30_000)),
        ("returns", $"measures: {{ USA: {{ {Returns} }} }}"),
        ("both", $"measures: {{ USA: {{ {Returns}, open: {Places(30_000)} }} }}"),
    ];

    private static readonly Lazy<ExperimentResult> Result = new(Simulate);

    private static string Returns =>
        $"back: {{ lever: expulsion-share, border: MEX>USA, nationalities: {Irregulars}, share: 0.74, from: 2021-03, basis: assumption }}";

    /// <summary>A variant by name.</summary>
    public static IEnsemble Of(string name) =>
        new ResultEnsemble(Result.Value, name == Chnv ? Variants.Length : Array.FindIndex(Variants, v => v.Name == name));

    private static string Places(double places) =>
        FormattableString.Invariant($"{{ lever: channel-capacity, channel: usa-parole, places-per-month: {places}, from: 2021-03, basis: assumption }}");

    private static string Parole(string name, double places) => $"measures: {{ USA: {{ {name}: {Places(places)} }} }}";

    private static ExperimentResult Simulate()
    {
        var bag = new DiagnosticBag();
        var (loaded, chnv) = (Load("no-pacts.yaml", bag), Load("chnv-parole.yaml", bag));
        var world = ScenarioReader.World(loaded, bag)!;
        var maps = Variants.Select(v => loaded.Merged.With(YamlReader.Parse(v.Yaml, v.Name, bag)!)).Append(chnv.Merged);
        ResolvedScenario?[] scenarios = [.. maps.Select(m => ScenarioReader.Read(m, world, bag))];
        Assert.Empty(bag.Sorted);
        var experiment = ExperimentCompiler.Compile(world, [.. scenarios.Select(s => s!)]);
        var plan = BlockPlan.Compile(experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Where(IsLookedAt).Select(s => s.Key)] });
        Assert.Equal(Months, experiment.Months);
        var block = BlockSimulation.Run(plan, new LaneRange(0, (int)plan.Experiment.Lanes));
        Assert.Empty(block.Failures);
        return new ExperimentResult { Plan = plan, Blocks = [block], Elapsed = TimeSpan.Zero };
    }

    /// <summary>The shipped world with the parole for four nationalities, every series recorded.</summary>
    public static Experiment Parole()
    {
        var bag = new DiagnosticBag();
        var loaded = Load("chnv-parole.yaml", bag);
        var world = ScenarioReader.World(loaded, bag)!;
        var experiment = ExperimentCompiler.Compile(world, [ScenarioReader.Read(loaded.Merged, world, bag)!]);
        Assert.Empty(bag.Sorted);
        return experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key)] };
    }

    private static LoadedScenario Load(string file, DiagnosticBag bag) => ScenarioFile.Load(
        Path.Combine(Repository.Scenarios, file), ["horizon.to=2023-12", $"ensemble.replicates={Replicates}"], bag)!;

    private static bool IsLookedAt(SeriesInfo series) => series.Key.Variable is Indicators.Admissions or Indicators.Wait or Indicators.Queue
        or Indicators.IrregularEntries or Indicators.IrregularArrivals or Indicators.EncountersBetweenPorts;
}
