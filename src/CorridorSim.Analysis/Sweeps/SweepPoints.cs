using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Analysis.Sweeps;

/// <summary>Chooses the points of a sweep by its design.</summary>
public static class SweepPoints
{
    /// <summary>How many points a design has.</summary>
    /// <exception cref="OverflowException">There are more than can be counted.</exception>
    public static long Count(SweepText sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var (design, factors) = (sweep.Design, sweep.Factors.Count);
        return design.Kind switch
        {
            DesignKind.Grid => FullFactorial.Count(Levels(sweep.Factors)),
            DesignKind.List => design.Rows.Count,
            DesignKind.OneAtATime => 1 + sweep.Factors.Sum(f => Others(f).Length),
            DesignKind.Saltelli => checked((long)design.Points * (factors + 2)),
            DesignKind.Morris => checked((long)design.Trajectories * (factors + 1)),
            DesignKind.Cross => checked(FullFactorial.Count(Levels(Of(sweep, FactorKind.Lever))) * design.Points),
            _ => design.Points,
        };
    }

    /// <summary>Values of the factors: points x factors, in the factors' units.</summary>
    public static double[,] Of(SweepText sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var (design, factors, seed) = (sweep.Design, sweep.Factors, sweep.Seed);
        return design.Kind switch
        {
            DesignKind.Grid => Grid(factors),
            DesignKind.List => Listed(design.Rows),
            DesignKind.OneAtATime => OneByOne(factors),
            DesignKind.LatinHypercube => Values(factors, LatinHypercube.Points(design.Points, factors.Count, new SplitMixUniforms(seed))),
            DesignKind.Sobol => Values(factors, new SobolSequence(factors.Count).Points(design.Points, 1)),
            DesignKind.Saltelli => Values(factors, SaltelliDesign.FromSobol(design.Points, factors.Count).Points),
            DesignKind.Morris => Values(factors, Morris(design.Trajectories, factors.Count, design.Levels, seed).Points),
            _ => Cross(sweep),
        };
    }

    /// <summary>The trajectories of a Morris design, the same for the same seed.</summary>
    public static MorrisDesign Morris(int trajectories, int factors, int levels, ulong seed) =>
        MorrisDesign.Draw(trajectories, factors, levels, new SplitMixUniforms(seed));

    private static int[] Levels(IEnumerable<SweepFactor> factors) => [.. factors.Select(f => f.Levels.Count)];

    private static SweepFactor[] Of(SweepText sweep, FactorKind kind) => [.. sweep.Factors.Where(f => f.Kind == kind)];

    private static double[] Others(SweepFactor factor) => [.. factor.Levels.Where(l => l != factor.Baseline)];

    private static double[,] Grid(IReadOnlyList<SweepFactor> factors)
    {
        var indices = FullFactorial.LevelIndices(Levels(factors));
        var points = new double[indices.GetLength(0), factors.Count];
        for (var row = 0; row < points.GetLength(0); row++)
        {
            for (var factor = 0; factor < factors.Count; factor++)
            {
                points[row, factor] = factors[factor].Levels[indices[row, factor]];
            }
        }

        return points;
    }

    private static double[,] Listed(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var points = new double[rows.Count, rows[0].Count];
        for (var cell = 0; cell < points.Length; cell++)
        {
            var (row, factor) = Math.DivRem(cell, rows[0].Count);
            points[row, factor] = rows[row][factor];
        }

        return points;
    }

    /// <summary>The scenario as it stands, then each factor alone at each of its levels.</summary>
    private static double[,] OneByOne(IReadOnlyList<SweepFactor> factors)
    {
        var rows = new List<IReadOnlyList<double>> { factors.Select(f => f.Baseline).ToArray() };
        for (var factor = 0; factor < factors.Count; factor++)
        {
            foreach (var level in Others(factors[factor]))
            {
                double[] row = [.. rows[0]];
                row[factor] = level;
                rows.Add(row);
            }
        }

        return Listed(rows);
    }

    private static double[,] Values(IReadOnlyList<SweepFactor> factors, double[,] places)
    {
        var points = new double[places.GetLength(0), factors.Count];
        for (var row = 0; row < points.GetLength(0); row++)
        {
            for (var factor = 0; factor < factors.Count; factor++)
            {
                points[row, factor] = factors[factor].ValueAt(places[row, factor]);
            }
        }

        return points;
    }

    private static double[,] Cross(SweepText sweep)
    {
        var (levers, unknowns) = (Of(sweep, FactorKind.Lever), Of(sweep, FactorKind.Uncertainty));
        var policies = Grid(levers);
        var futures = Values(unknowns, LatinHypercube.Points(sweep.Design.Points, unknowns.Length, new SplitMixUniforms(sweep.Seed)));
        var points = new double[policies.GetLength(0) * futures.GetLength(0), sweep.Factors.Count];
        for (var row = 0; row < points.GetLength(0); row++)
        {
            var (policy, future) = Math.DivRem(row, futures.GetLength(0));
            for (var factor = 0; factor < sweep.Factors.Count; factor++)
            {
                var lever = Array.IndexOf(levers, sweep.Factors[factor]);
                points[row, factor] = lever >= 0 ? policies[policy, lever] : futures[future, Array.IndexOf(unknowns, sweep.Factors[factor])];
            }
        }

        return points;
    }
}
