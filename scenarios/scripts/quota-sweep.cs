// A sweep written as a program: how deaths, admissions and irregular entries follow the places that a clause opens.
//
//   dotnet run -c Release scenarios/scripts/quota-sweep.cs
//   dotnet run -c Release scenarios/scripts/quota-sweep.cs -- 0 500 1000 2000
#:project ../../src/CorridorSim.Analysis
#:property PublishAot=false

using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Dealing;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

const string Quota = "agreements.us-panama.provisions.referrals.places-per-month";
double[] quotas = args.Length > 0 ? [.. args.Select(double.Parse)] : [0, 250, 500, 1000, 2000];
IndicatorName[] indicators = [IndicatorName.Parse("admissions:usa-resettlement"), IndicatorName.Parse("irregular-entries:COL>PAN"), IndicatorName.Parse("deaths")];

// The scenario is checked as the command line checks it: every mistake has its place.
var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var mistakes = new DiagnosticBag();
if (CompiledScenario.Load(Path.Combine(here, "../us-panama-2022.yaml"), ["ensemble.replicates=16"], mistakes) is not { } scenario)
{
    Console.Error.WriteLine(string.Join('\n', mistakes.Sorted));
    return 3;
}

// Each quota is a variant of one experiment, so that replicate k has the same random draws under every quota.
if (!scenario.World.Slots.TryFind(Quota, out var slot))
{
    Console.Error.WriteLine($"The scenario has no {Quota}.");
    return 3;
}

var asItIs = scenario.Experiment.Variants[0];
var experiment = scenario.Experiment with { Variants = [.. quotas.Select(q => asItIs.With(slot, Distribution.Constant(q), $"{q} places"))] };

await using var engine = await BlockEngine.OpenAsync();
var lanes = await MeasuredLanes.RunAsync(new Runner(engine), LaneMeasure.Of(experiment, indicators, []), new RunnerOptions());

Console.WriteLine($"{"places a month",14} {string.Concat(lanes.Columns.Select(c => $"{c.Words,34}"))}");
for (var variant = 0; variant < quotas.Length; variant++)
{
    var cells = lanes.Columns.Select((_, column) => Cell(lanes.Of(column, variant), lanes.Of(column, 0)));
    Console.WriteLine($"{quotas[variant],14:N0} {string.Concat(cells)}");
}

return lanes.Failures.Count == 0 ? 0 : 4;

// Median level, and what the paired difference from the first quota says.
static string Cell(double[] values, double[] first)
{
    var change = PairedDifference.Between(first, values);
    return $"{$"{Quantiles.Median(values):N0} ({change.Median:+#,0;-#,0;0}, {change.Verdict})",34}";
}
