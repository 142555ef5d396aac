using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Sweeps;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>
/// Ranks the factors of a finished sweep. The output is the mean over replicates at each point, so that luck is averaged out;
/// intervals are bootstrap intervals over points.
/// </summary>
/// <param name="table">The sweep.</param>
public sealed class SensitivityStudy(SweepTable table)
{
    private const int LeastPawnPoints = 50;
    private const ulong BootstrapSeed = 0x53454E53;

    /// <summary>The method that the design of the sweep is made for.</summary>
    public SensitivityMethod NaturalMethod => table.Manifest.Design.Kind switch
    {
        "morris" => SensitivityMethod.Morris,
        "saltelli" => SensitivityMethod.Sobol,
        _ => SensitivityMethod.Pawn,
    };

    /// <summary>Ranks the factors for one figure.</summary>
    /// <param name="column">Index of the figure.</param>
    /// <param name="method">How; as the design is made for unless told.</param>
    /// <exception cref="StudyException">The design does not support the method.</exception>
    public SensitivityResult Rank(int column, SensitivityMethod? method = null)
    {
        var chosen = method ?? NaturalMethod;
        Demand(chosen);
        return chosen switch
        {
            SensitivityMethod.Morris => ByMorris(column),
            SensitivityMethod.Sobol => BySobol(column),
            _ => ByPawn(column),
        };
    }

    /// <summary>Ranks the factors for one indicator in each period that the sweep recorded: importance over time.</summary>
    /// <param name="name">The indicator.</param>
    /// <param name="method">How.</param>
    public IReadOnlyList<SensitivityResult> OverTime(string name, SensitivityMethod? method = null) =>
        [.. Enumerable.Range(0, table.Columns.Count)
            .Where(c => table.Columns[c].Name == name && table.Columns[c].Period != table.WholePeriod)
            .Select(c => Rank(c, method))];

    private void Demand(SensitivityMethod method)
    {
        var design = table.Manifest.Design.Kind;
        var reason = method switch
        {
            SensitivityMethod.Morris when design != "morris" =>
                $"elementary effects need trajectories in which one factor moves at a time; the design is '{design}': run a sweep with 'design: {{ kind: morris, trajectories: 20 }}'",
            SensitivityMethod.Sobol when design != "saltelli" =>
                $"Sobol' indices need two matrices and their exchanges; the design is '{design}': run a sweep with 'design: {{ kind: saltelli, points: 256 }}'",
            SensitivityMethod.Pawn when design is "one-at-a-time" or "morris" =>
                $"PAWN compares distributions and needs a sample that fills the space; the design is '{design}': run a sweep with 'design: {{ kind: latin-hypercube, points: 500 }}'",
            SensitivityMethod.Pawn when table.Count < LeastPawnPoints =>
                $"PAWN needs at least {LeastPawnPoints} points; {table.Counted}: {table.More}",
            _ => null,
        };
        if (reason is not null)
        {
            throw new StudyException(reason);
        }
    }

    private SensitivityResult ByMorris(int column)
    {
        var info = table.Manifest.Design;
        var factors = table.Factors.Count;
        var design = SweepPoints.Morris(info.Size, factors, info.Levels, table.Manifest.Seed);
        var means = table.Means(column);
        int[] kept = [.. Enumerable.Range(0, design.Trajectories).Where(t => !means.AsSpan(t * (factors + 1), factors + 1).Contains(double.NaN))];
        DemandSome(column, kept.Length);
        var points = new double[kept.Length * (factors + 1), factors];
        var moved = new int[kept.Length, factors];
        double[] outputs = [.. kept.SelectMany(t => means.AsSpan(t * (factors + 1), factors + 1).ToArray())];
        for (var k = 0; k < kept.Length; k++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                moved[k, factor] = design.MovedFactors[kept[k], factor];
                for (var step = 0; step <= factors; step++)
                {
                    points[(k * (factors + 1)) + step, factor] = design.Points[(kept[k] * (factors + 1)) + step, factor];
                }
            }
        }

        var effects = MorrisScreening.Effects(new MorrisDesign(points, moved, info.Levels), outputs, new SplitMixUniforms(BootstrapSeed));
        return Ranked(SensitivityMethod.Morris, column, kept.Length, design.Trajectories - kept.Length, double.NaN, effects.Select(e =>
            new FactorImportance(table.Factors[e.Factor], e.MuStar, e.MuStarLower, e.MuStarUpper, e.Sigma, double.NaN, double.NaN, e.Mu)));
    }

    private SensitivityResult BySobol(int column)
    {
        var (rows, factors) = (table.Manifest.Design.Size, table.Factors.Count);
        var means = table.Means(column);
        int[] kept = [.. Enumerable.Range(0, rows).Where(r => Enumerable.Range(0, factors + 2).All(block => !double.IsNaN(means[(block * rows) + r])))];
        DemandSome(column, kept.Length);
        var full = SaltelliDesign.FromSobol(rows, factors).Points;
        var (a, b) = (new double[kept.Length, factors], new double[kept.Length, factors]);
        for (var k = 0; k < kept.Length; k++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                a[k, factor] = full[kept[k], factor];
                b[k, factor] = full[rows + kept[k], factor];
            }
        }

        double[] outputs = [.. Enumerable.Range(0, factors + 2).SelectMany(block => kept.Select(r => means[(block * rows) + r]))];
        var indices = SobolIndices.Estimate(SaltelliDesign.FromMatrices(a, b), outputs, new SplitMixUniforms(BootstrapSeed));
        return Ranked(SensitivityMethod.Sobol, column, kept.Length, rows - kept.Length, double.NaN, indices.Select(i => new FactorImportance(
            table.Factors[i.Factor], i.Total, i.TotalBand.Lower, i.TotalBand.Upper, i.First, i.FirstBand.Lower, i.FirstBand.Upper)));
    }

    private SensitivityResult ByPawn(int column)
    {
        var means = table.Means(column);
        int[] kept = [.. Enumerable.Range(0, table.Count).Where(p => !double.IsNaN(means[p]))];
        DemandSome(column, kept.Length);
        var inputs = new double[kept.Length, table.Factors.Count];
        for (var k = 0; k < kept.Length; k++)
        {
            for (var factor = 0; factor < table.Factors.Count; factor++)
            {
                inputs[k, factor] = table.Points[kept[k], factor];
            }
        }

        var slices = Math.Clamp(kept.Length / 25, 2, 10);
        var ranking = Pawn.Rank(inputs, [.. kept.Select(p => means[p])], new SplitMixUniforms(BootstrapSeed), slices);
        return Ranked(SensitivityMethod.Pawn, column, kept.Length, table.Count - kept.Length, ranking.DummyMedian.Upper, ranking.Factors.Select(f =>
            new FactorImportance(table.Factors[f.Factor], f.Median, f.MedianBand.Lower, f.MedianBand.Upper, f.Max, f.MaxBand.Lower, f.MaxBand.Upper)));
    }

    private void DemandSome(int column, int kept)
    {
        if (kept < 2)
        {
            throw new StudyException($"fewer than two points have '{table.Columns[column].Name}' ({table.Need(column).Nobody} at the others); choose another indicator, or sample more");
        }
    }

    private SensitivityResult Ranked(
        SensitivityMethod method, int column, int used, int leftOut, double noise, IEnumerable<FactorImportance> factors) =>
        new(method, table.Columns[column], [.. factors.OrderByDescending(f => f.Importance)], used, leftOut, noise);
}
