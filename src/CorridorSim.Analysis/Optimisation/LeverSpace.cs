using CorridorSim.Analysis.Designs;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>The settings that levers can take: steps within bounds that no budget forbids.</summary>
public sealed class LeverSpace
{
    private const double BoundSlack = 1e-9;

    private readonly IReadOnlyList<PolicyLever> _levers;
    private readonly IReadOnlyList<PolicyBudget> _budgets;
    private readonly double[][] _settings;
    private readonly int[] _signs;

    /// <summary>The settings of levers within budgets.</summary>
    /// <param name="levers">The levers.</param>
    /// <param name="budgets">The budgets; the cheapest settings of all levers must be allowed.</param>
    public LeverSpace(IReadOnlyList<PolicyLever> levers, IReadOnlyList<PolicyBudget> budgets)
    {
        ArgumentNullException.ThrowIfNull(levers);
        ArgumentNullException.ThrowIfNull(budgets);
        (_levers, _budgets) = (levers, budgets);
        _settings = [.. levers.Select(l => l.Settings.ToArray())];
        _signs = [.. levers.Select((_, i) => budgets.Select(b => Math.Sign(b.Weights[i])).FirstOrDefault(s => s != 0))];
    }

    /// <summary>
    /// The nearest settings that can be had. What the budget does not allow is shortened in proportion towards the cheapest
    /// settings; steps that rounding leaves over go to the levers that lost most by it.
    /// </summary>
    /// <param name="wanted">One per lever, in any units within or beyond the bounds.</param>
    public double[] Repair(IReadOnlyList<double> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        int[] nearest = [.. wanted.Select((w, i) => Nearest(_settings[i], w))];
        if (Allows(Values(nearest)))
        {
            return Values(nearest);
        }

        double[] inside = [.. wanted.Select((w, i) => Math.Clamp(w, _levers[i].Lower, _levers[i].Upper))];
        double[] cheapest = [.. inside.Select((w, i) => _signs[i] switch { > 0 => _levers[i].Lower, < 0 => _levers[i].Upper, _ => w })];
        var share = _budgets.Select(b => Share(b, cheapest, inside)).Min();
        double[] scaled = [.. cheapest.Zip(inside, (c, w) => c + (share * (w - c)))];
        return Fill([.. scaled.Select((s, i) => TowardsCheap(i, s))], scaled);
    }

    /// <summary>Whether every budget allows settings.</summary>
    public bool Allows(IReadOnlyList<double> settings) => _budgets.All(b => b.Allows(settings));

    /// <summary>Every combination of settings that the budgets allow; the last lever varies fastest.</summary>
    public IEnumerable<double[]> All()
    {
        var levels = FullFactorial.LevelIndices([.. _settings.Select(s => s.Length)]);
        for (var row = 0; row < levels.GetLength(0); row++)
        {
            var combination = row;
            double[] settings = [.. _settings.Select((s, lever) => s[levels[combination, lever]])];
            if (Allows(settings))
            {
                yield return settings;
            }
        }
    }

    /// <summary>How much of the way from the cheapest to the wanted settings a budget pays for, 0 to 1.</summary>
    private static double Share(PolicyBudget budget, double[] cheapest, double[] wanted)
    {
        var (least, most) = (budget.Use(cheapest), budget.Use(wanted));
        return most <= budget.AtMost ? 1 : Math.Clamp((budget.AtMost - least) / (most - least), 0, 1);
    }

    private double[] Fill(int[] levels, double[] wanted)
    {
        foreach (var lever in Enumerable.Range(0, levels.Length).Where(i => _signs[i] != 0)
            .OrderByDescending(i => Math.Abs(wanted[i] - _settings[i][levels[i]]) / _levers[i].Step).ThenBy(i => i))
        {
            int[] dearer = [.. levels];
            dearer[lever] += _signs[lever];
            if (dearer[lever] >= 0 && dearer[lever] < _settings[lever].Length && Allows(Values(dearer)))
            {
                levels = dearer;
            }
        }

        return Values(levels);
    }

    private int TowardsCheap(int lever, double value)
    {
        var settings = _settings[lever];
        var slack = BoundSlack * (_levers[lever].Upper - _levers[lever].Lower);
        return _signs[lever] switch
        {
            > 0 => Math.Max(0, Array.FindLastIndex(settings, s => s <= value + slack)),
            < 0 => Array.FindIndex(settings, s => s >= value - slack) is var found and >= 0 ? found : settings.Length - 1,
            _ => Nearest(settings, value),
        };
    }

    private double[] Values(int[] levels) => [.. levels.Select((level, lever) => _settings[lever][level])];

    private static int Nearest(double[] settings, double value) =>
        Enumerable.Range(0, settings.Length).MinBy(i => Math.Abs(settings[i] - value));
}
