using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Search;

/// <summary>
/// Searches the candidates that trade goals against each other by NSGA-II: Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182, with
/// simulated binary crossover and polynomial mutation, and the rule that what keeps the constraints beats what does not.
/// </summary>
/// <param name="dimensions">Dimensions of the unit cube that is searched, at least 1.</param>
/// <param name="population">Candidates of a generation, at least 4.</param>
/// <param name="uniforms">Draws.</param>
public sealed class NondominatedSearch(int dimensions, int population, IUniformSource uniforms)
{
    private const double CrossoverIndex = 15;
    private const double MutationIndex = 20;
    private const double CrossoverProbability = 0.9;
    private const int MostRepeats = 8;

    private readonly List<(double[] Place, double[] Goals, double Violation)> _parents = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>Draws the next generation: any places at first, then children of the best.</summary>
    /// <param name="repair">Moves a place to the nearest one that is allowed.</param>
    public double[][] Sample(Func<double[], double[]> repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        return [.. Enumerable.Range(0, population).Select(_ => New(repair))];
    }

    /// <summary>Keeps the best of parents and children.</summary>
    /// <param name="places">The children.</param>
    /// <param name="goals">Their goals, each to be minimised.</param>
    /// <param name="violations">How far each is from keeping the constraints; 0 when it keeps them.</param>
    public void Learn(double[][] places, IReadOnlyList<double[]> goals, IReadOnlyList<double> violations)
    {
        ArgumentNullException.ThrowIfNull(places);
        _parents.AddRange(places.Select((place, i) => (place, goals[i], violations[i])));
        var order = Order();
        var kept = order.Take(population).Select(i => _parents[i]).ToArray();
        _parents.Clear();
        _parents.AddRange(kept);
    }

    /// <summary>A place that was not tried yet, as far as a few attempts find one.</summary>
    private double[] New(Func<double[], double[]> repair)
    {
        for (var repeat = 0; ; repeat++)
        {
            var place = repair(_parents.Count == 0 ? [.. Enumerable.Range(0, dimensions).Select(_ => uniforms.Next())] : Child(repeat));
            if (_seen.Add(string.Join(' ', place.Select(p => BitConverter.DoubleToInt64Bits(p)))) || repeat == MostRepeats)
            {
                return place;
            }
        }
    }

    /// <summary>Indices of the parents from the best to the worst: by front, the lonely first; then by violation.</summary>
    private int[] Order()
    {
        int[] kept = [.. Enumerable.Range(0, _parents.Count).Where(i => _parents[i].Violation == 0)];
        var goals = new double[kept.Length, kept.Length == 0 ? 0 : _parents[kept[0]].Goals.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var goal = 0; goal < goals.GetLength(1); goal++)
            {
                goals[i, goal] = _parents[kept[i]].Goals[goal];
            }
        }

        var ranks = ParetoFront.Ranks(goals);
        var ordered = Enumerable.Range(0, kept.Length).GroupBy(i => ranks[i]).OrderBy(g => g.Key).SelectMany(front =>
        {
            int[] members = [.. front];
            var crowding = ParetoFront.Crowding(goals, members);
            return Enumerable.Range(0, members.Length).OrderByDescending(m => crowding[m]).ThenBy(m => m).Select(m => kept[members[m]]);
        });
        return [.. ordered, .. Enumerable.Range(0, _parents.Count).Where(i => _parents[i].Violation != 0).OrderBy(i => _parents[i].Violation)];
    }

    /// <summary>Parents stand in order of merit, so that the lower of two indices wins the tournament.</summary>
    private double[] Parent() => _parents[Math.Min(uniforms.NextIndex(_parents.Count), uniforms.NextIndex(_parents.Count))].Place;

    private double[] Child(int repeat)
    {
        var (first, second) = (Parent(), Parent());
        var crosses = uniforms.Next() < CrossoverProbability;
        return [.. first.Zip(second, (a, b) => Mutate(crosses && uniforms.Next() < 0.5 ? Cross(a, b) : a, repeat))];
    }

    private double Cross(double a, double b)
    {
        var u = uniforms.Next();
        var spread = Elementary.Pow(u < 0.5 ? 2 * u : 1 / (2 * (1 - u)), 1 / (CrossoverIndex + 1));
        var near = uniforms.Next() < 0.5 ? 1 + spread : 1 - spread;
        return Math.Clamp(0.5 * ((near * a) + ((2 - near) * b)), 0, 1);
    }

    /// <summary>The more often a child was known already, the more it is changed.</summary>
    private double Mutate(double place, int repeat)
    {
        if (uniforms.Next() >= (1.0 + repeat) / dimensions)
        {
            return place;
        }

        var u = uniforms.Next();
        var power = 1 / ((MutationIndex / (1 + repeat)) + 1);
        var step = u < 0.5 ? Elementary.Pow(2 * u, power) - 1 : 1 - Elementary.Pow(2 * (1 - u), power);
        return Math.Clamp(place + step, 0, 1);
    }
}
