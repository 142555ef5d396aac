using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Analysis.Evidence;

/// <summary>An uncertain figure on which an effect depends.</summary>
/// <param name="Path">Path of the figure.</param>
/// <param name="Correlation">Rank correlation of figure and effect over replicates, -1 to 1.</param>
/// <param name="IsAssumed">True for the assumed size of a provision; false for a fitted or drawn parameter of the world.</param>
public sealed record Dependence(string Path, double Correlation, bool IsAssumed);

/// <summary>
/// On which uncertain figures an effect depends most: assumed sizes with a range are drawn from it, all alike likely, beside the
/// fitted parameters, and the effect of each replicate is held against its figures by rank.
/// </summary>
public static class EvidenceDependence
{
    private const int MostShown = 3;

    // With independent ranks one correlation in a thousand lies beyond 3.3 / sqrt(n).
    private const double Chance = 3.3;

    /// <summary>An experiment in which every assumed size with a range is drawn from it.</summary>
    /// <param name="compiled">The scenario, which knows what is assumed.</param>
    /// <param name="experiment">Its experiment.</param>
    public static Experiment Vary(CompiledScenario compiled, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var sizes = Assumed(compiled);
        var slots = experiment.World.Slots;
        Variant Varied(Variant variant)
        {
            for (var slot = 0; slot < slots.Count; slot++)
            {
                var isFitted = variant.Settings.Any(s => s.Slot.Index == slot && s.Value.Kind != DistributionKind.Constant);
                if (!isFitted && sizes.TryGetValue(slots[slot].Path, out var range))
                {
                    variant = variant.With(new Slot(slot), new Distribution(DistributionKind.Uniform, range.Low, range.High), variant.Name);
                }
            }

            return variant;
        }

        return experiment with { Variants = [.. experiment.Variants.Select(Varied)] };
    }

    /// <summary>The figures on which an effect depends most, strongest first; none where nothing stands out from chance.</summary>
    /// <param name="row">The effect.</param>
    /// <param name="compiled">The scenario, which knows what is assumed.</param>
    /// <param name="experiment">The experiment with the measure, varied.</param>
    /// <param name="without">The world without the measure.</param>
    /// <param name="with">The world with it, the first variant of the experiment.</param>
    public static IReadOnlyList<Dependence> Of(EvidenceRow row, CompiledScenario compiled, Experiment experiment, IEnsemble without, IEnsemble with)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(experiment);
        if (row.Kind == EvidenceKind.MonthsBelow)
        {
            return [];
        }

        var effects = EvidenceResult.Replicates(row, without, with);
        int[] usable = [.. Enumerable.Range(0, effects.Length).Where(k => double.IsFinite(effects[k]))];
        double[] effect = [.. usable.Select(k => effects[k])];
        var (inputs, sizes) = (BlockPlan.Compile(experiment).DrawInputs(new LaneRange(0, experiment.Replicates)), Assumed(compiled));
        var found = new List<Dependence>();
        for (var slot = 0; slot < experiment.World.Slots.Count && usable.Length > MostShown; slot++)
        {
            double[] figure = [.. usable.Select(k => inputs.Lane(new Slot(slot), k))];
            if (figure.Distinct().Count() > usable.Length / 2)
            {
                var path = experiment.World.Slots[slot].Path;
                found.Add(new Dependence(path, RankCorrelation(figure, effect), sizes.ContainsKey(path)));
            }
        }

        var least = Chance / Math.Sqrt(Math.Max(1, usable.Length));
        return [.. found.Where(d => Math.Abs(d.Correlation) >= least).OrderByDescending(d => Math.Abs(d.Correlation)).Take(MostShown)];
    }

    /// <summary>Correlation of the ranks of two samples, -1 to 1 (Spearman); 0 where one of them does not vary.</summary>
    public static double RankCorrelation(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (Ranks(first), Ranks(second));
        var mean = (first.Count - 1) / 2.0;
        var (product, squaresA, squaresB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }

        return squaresA > 0 && squaresB > 0 ? product / Math.Sqrt(squaresA * squaresB) : 0;
    }

    private static Dictionary<string, (double Low, double High)> Assumed(CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var sizes = new Dictionary<string, (double Low, double High)>(StringComparer.Ordinal);
        foreach (var instrument in compiled.Scenario.Instruments.Concat(compiled.Parent?.Instruments ?? []))
        {
            foreach (var provision in instrument.Provisions.Where(p => p.IsAssumed && p.Size.Range is { Count: 2 } r && r[0] < r[1]))
            {
                _ = sizes.TryAdd(instrument.PathOf(provision), (provision.Size.Range![0], provision.Size.Range[1]));
            }
        }

        return sizes;
    }

    /// <summary>Ranks from 0, equal values at the middle of theirs.</summary>
    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var ranks = new double[values.Count];
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end + 1 < order.Length && values[order[end + 1]] == values[order[i]])
            {
                end++;
            }

            for (var k = i; k <= end; k++)
            {
                ranks[order[k]] = (i + end) / 2.0;
            }

            i = end + 1;
        }

        return ranks;
    }
}
