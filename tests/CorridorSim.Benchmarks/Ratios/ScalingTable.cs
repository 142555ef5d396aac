using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>How cost grows with size: the exponent b of cost = a x size^b, by least squares on logarithms.</summary>
internal static class ScalingTable
{
    private const int Repetitions = 3;

    /// <summary>Measures and prints; on one core, processor time.</summary>
    public static void Print()
    {
        Console.WriteLine("| what grows | sizes | compilation, s | simulation, s | exponent, compilation | exponent, simulation |");
        Console.WriteLine("| --- | --- | --- | --- | ---: | ---: |");
        Row("lanes (Americas, blocks of 64)", [64, 128, 256, 512, 1024], lanes => Americas.Experiment(lanes / 2));
        Row("months (Americas, 64 lanes)", [12, 24, 48, 96], months => Americas.Experiment(32) with { Months = months });
        Row("communities (230 countries, 8 lanes, 12 months)", [250, 500, 1000, 2000], n => new GeneratedWorld { Communities = n }.Experiment(8, 12));
        Row("legs (230 countries, 500 communities, 20 routes)", [100, 200, 400, 800], n => new GeneratedWorld { LegsPerRoute = n / 20 }.Experiment(8, 12));
        Row("agreements of 3 provisions (30 countries and communities, 5 routes)", [40, 80, 160, 320], n => new GeneratedWorld { Countries = 30, Communities = 30, Routes = 5, Agreements = n }.Experiment(8, 12));
        Row("channels (230 countries, 500 communities, 125 of them a channel)", [4, 8, 16, 32], n => new GeneratedWorld { Channels = n }.Experiment(8, 12));
        Row("countries (500 communities, 8 legs a route)", [30, 60, 115, 230], n => new GeneratedWorld { Countries = n }.Experiment(8, 12));
    }

    /// <summary>The exponent of costs over sizes.</summary>
    public static double Exponent(IReadOnlyList<int> sizes, IReadOnlyList<double> costs)
    {
        var x = sizes.Select(s => Math.Log(s)).ToArray();
        var y = costs.Select(c => Math.Log(c)).ToArray();
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }

    private static void Row(string what, int[] sizes, Func<int, Experiment> experimentOf)
    {
        Measure(experimentOf(sizes[0]));
        var costs = sizes.Select(size => Measure(experimentOf(size))).ToArray();
        double[] compilation = [.. costs.Select(c => c.Compilation)];
        double[] simulation = [.. costs.Select(c => c.Simulation)];
        Console.WriteLine(FormattableString.Invariant(
            $"| {what} | {string.Join(", ", sizes)} | {Shown(compilation)} | {Shown(simulation)} | {Exponent(sizes, compilation):F2} | {Exponent(sizes, simulation):F2} |"));
    }

    private static string Shown(double[] seconds) => string.Join(", ", seconds.Select(s => FormattableString.Invariant($"{s:F3}")));

    private static (double Compilation, double Simulation) Measure(Experiment experiment)
    {
        BlockPlan? plan = null;
        var compilation = Least(() =>
        {
            // A world that nobody has seen yet: its network is made once, when it is first asked for.
            plan = BlockPlan.Compile(experiment with { World = experiment.World with { } });
            _ = plan.Wires;
        });
        var simulation = Least(() =>
        {
            foreach (var lanes in Runner.Blocks(experiment.Lanes, 64))
            {
                _ = BlockSimulation.Run(plan!, lanes);
            }
        });
        return (compilation, simulation);
    }

    private static double Least(Action act) => Enumerable.Range(0, Repetitions).Min(_ => Sample.Of(act).ProcessorSeconds);
}
