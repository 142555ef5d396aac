using CorridorSim.Analysis.Search;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class NondominatedSearchTests
{
    /// <summary>Problem ZDT1 of Zitzler, Deb and Thiele (Evol. Comput. 8 (2000) 173): the front is f2 = 1 - sqrt(f1).</summary>
    [Fact]
    public void Front_of_a_published_problem_is_found_along_its_whole_length()
    {
        var front = Search(6, 60, 150, x =>
        {
            var g = 1 + (9 * x.Skip(1).Average());
            return ([x[0], g * (1 - Math.Sqrt(x[0] / g))], 0);
        });

        Assert.All(front, f => Assert.InRange(f[1] - (1 - Math.Sqrt(f[0])), -1e-9, 0.05));
        Assert.InRange(front.Min(f => f[0]), 0, 0.05);
        Assert.InRange(front.Max(f => f[0]), 0.9, 1);
    }

    [Fact]
    public void Candidates_that_break_a_constraint_give_way_to_those_that_keep_it()
    {
        // Without the constraint the front would be x in [0, 0.4]; only x of at least 0.3 is allowed.
        var front = Search(1, 20, 40, x => ([x[0] * x[0], (x[0] - 0.4) * (x[0] - 0.4)], Math.Max(0, 0.3 - x[0])));

        Assert.All(front, f => Assert.InRange(Math.Sqrt(f[0]), 0.3 - 1e-9, 0.4 + 1e-2));
        Assert.InRange(front.Min(f => f[0]), 0.09, 0.093);
    }

    private static double[][] Search(int dimensions, int population, int generations, Func<double[], (double[] Goals, double Violation)> goal)
    {
        var search = new NondominatedSearch(dimensions, population, new SplitMixUniforms(11));
        var all = new List<(double[] Goals, double Violation)>();
        for (var generation = 0; generation < generations; generation++)
        {
            var places = search.Sample(place => place);
            var values = places.Select(goal).ToArray();
            search.Learn(places, [.. values.Select(v => v.Goals)], [.. values.Select(v => v.Violation)]);
            all.AddRange(values);
        }

        var feasible = all.Where(v => v.Violation == 0).Select(v => v.Goals).ToArray();
        var matrix = new double[feasible.Length, 2];
        for (var i = 0; i < feasible.Length; i++)
        {
            (matrix[i, 0], matrix[i, 1]) = (feasible[i][0], feasible[i][1]);
        }

        return [.. feasible.Where((_, i) => !Enumerable.Range(0, feasible.Length).Any(r => ParetoFront.Dominates(matrix, r, i)))];
    }
}
