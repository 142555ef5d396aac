// A search written as a loop: the fewest places a month with which admissions pass a level in 90 % of the replicates.
//
//   dotnet run -c Release scenarios/scripts/find-threshold.cs
//   dotnet run -c Release scenarios/scripts/find-threshold.cs -- 2500
#:project ../../src/CorridorSim.Analysis
#:property PublishAot=false

using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Dealing;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

const string Quota = "agreements.us-panama.provisions.referrals.places-per-month";
const double Probability = 0.9;
var wanted = args.Length > 0 ? double.Parse(args[0]) : 2_000;
var admissions = IndicatorName.Parse("admissions:usa-resettlement");

var here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var mistakes = new DiagnosticBag();
if (CompiledScenario.Load(Path.Combine(here, "../us-panama-2022.yaml"), ["ensemble.replicates=16"], mistakes) is not { } scenario
    || !scenario.World.Slots.TryFind(Quota, out var slot))
{
    Console.Error.WriteLine(string.Join('\n', mistakes.Sorted));
    return 3;
}

await using var engine = await BlockEngine.OpenAsync();
var runner = new Runner(engine);
var (tooFew, enough) = (0.0, 2_000.0);
if (await ShareAsync(enough) < Probability)
{
    Console.WriteLine($"Even {enough:N0} places a month do not bring {wanted:N0} admissions in {Probability:P0} of the replicates.");
    return 5;
}

// With the same random draws at every step the share rises with the places, so that halving the interval finds the threshold.
while (enough - tooFew > 5)
{
    var middle = (tooFew + enough) / 2;
    var share = await ShareAsync(middle);
    Console.WriteLine($"{middle,8:N1} places a month: more than {wanted:N0} admissions in {share:P0} of the replicates");
    (tooFew, enough) = share >= Probability ? (tooFew, middle) : (middle, enough);
}

Console.WriteLine($"threshold: {enough:F0} places a month");
return 0;

async Task<double> ShareAsync(double places)
{
    var variant = scenario.Experiment.Variants[0].With(slot, Distribution.Constant(places), "candidate");
    var measure = LaneMeasure.Of(scenario.Experiment with { Variants = [variant] }, [admissions], []);
    var lanes = await MeasuredLanes.RunAsync(runner, measure, new RunnerOptions());
    var values = lanes.Of(0, 0);
    return (double)values.Count(v => v > wanted) / values.Length;
}
