using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>A sweep of the small world: places of a channel over many points, two figures a lane.</summary>
internal static class SmallSweep
{
    public const int Replicates = 3;

    public static SweepDefinition Of(int points = 30, double first = 100, double broken = double.NaN, string id = "places")
    {
        var world = new SmallWorld().Declare();
        var values = Enumerable.Range(0, points).Select(p => first + (20.0 * p)).ToArray();
        Variant[] variants = [.. values.Select((v, i) => world.Variant($"v{i}", ("parole.places", v)))];
        if (!double.IsNaN(broken))
        {
            // A stock that is not a number: the ledger notices, and the lane fails.
            variants[(int)broken] = world.Variant("broken", ("parole.places", values[(int)broken]), ("ALF@ALF.persons", double.NaN));
        }

        var experiment = world.Experiment(Replicates, 4, 11, variants) with
        {
            Recorded = [new SeriesKey(Indicators.Admissions, "parole", SeriesKey.All), new SeriesKey(Indicators.Deaths, "TRA>DES", SeriesKey.All)],
        };
        var table = new double[points, 1];
        for (var p = 0; p < points; p++)
        {
            table[p, 0] = values[p];
        }

        return new SweepDefinition
        {
            Id = id,
            Title = "Places of a channel",
            Text = FormattableString.Invariant($"corridorsim: 1\nid: {id}\nfactors:\n  places:\n    range: [{first}, {values[^1]}]\n"),
            Scenario = "small",
            ScenarioText = "corridorsim: 1\nid: small\n",
            ScenarioHash = "abc",
            WorldHash = new string('a', 64),
            Design = new SweepDesignInfo("list", 0, 0),
            Factors = [new SweepFactorInfo("places", "places", "parole.places", SweepFactorInfo.Lever, "persons/month", 500)],
            Points = table,
            Columns = [new SweepColumn("admissions", "admissions:parole", "persons", "2021"), new SweepColumn("deaths", "deaths:TRA>DES", "persons", "2021")],
            Plan = BlockPlan.Compile(experiment),
            Measure = block => [.. block.Values.Select(v => Sums(v, block.Lanes))],
            Version = "1.0",
        };
    }

    private static double[] Sums(double[] months, int lanes) =>
        [.. Enumerable.Range(0, lanes).Select(lane => Enumerable.Range(0, months.Length / lanes).Sum(m => months[(m * lanes) + lane]))];
}
