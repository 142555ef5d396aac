using CorridorSim.Analysis.Sweeps;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Tests.Sweeps;

/// <summary>A finished sweep whose figures are a known function of its factors.</summary>
internal static class MadeSweep
{
    public const ulong Seed = 5;

    /// <summary>A table.</summary>
    /// <param name="design">Design.</param>
    /// <param name="points">Points x factors.</param>
    /// <param name="replicates">Replicates.</param>
    /// <param name="levers">How many of the first factors are levers.</param>
    /// <param name="names">Names of the figures.</param>
    /// <param name="figure">The figure: column, values of the factors, replicate.</param>
    public static SweepTable Of(
        SweepDesignInfo design, double[,] points, int replicates, int levers, string[] names, Func<int, double[], int, double> figure)
    {
        var (count, factors) = (points.GetLength(0), points.GetLength(1));
        double[][] figures = [.. names.Select((_, column) => Enumerable.Range(0, count * replicates)
            .Select(lane => figure(column, [.. Enumerable.Range(0, factors).Select(f => points[lane / replicates, f])], lane % replicates)).ToArray())];
        var manifest = new SweepManifest
        {
            Kind = SweepManifest.SweepKind,
            Id = "made",
            Status = SweepStatus.Complete,
            Sweep = "made",
            Title = "Made for tests",
            Scenario = "small",
            ScenarioHash = string.Empty,
            DefinitionHash = string.Empty,
            Build = string.Empty,
            Design = design,
            Factors = [.. Enumerable.Range(0, factors).Select(f => new SweepFactorInfo(
                $"x{f}", $"factor {f}", f == 0 && levers > 1 ? "agreements.pact.in-force" : $"agreements.pact.provisions.x{f}.share", f < levers ? "lever" : "uncertainty", "share", 0.5))],
            Columns = [.. names.Select(n => new SweepColumn(n, n, "persons", "2021-01..2021-12"))],
            Variants = count,
            Replicates = replicates,
            Lanes = count * replicates,
            BlockSize = 64,
            Blocks = 1,
            BlocksDone = 1,
            BlocksReused = 0,
            Seed = Seed,
            From = "2021-01",
            Months = 12,
            Version = "1.0",
            Created = DateTimeOffset.UnixEpoch,
            ElapsedSeconds = 0,
        };
        return new SweepTable(manifest, points, figures);
    }
}
