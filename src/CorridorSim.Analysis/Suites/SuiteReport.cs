using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Suites;

/// <summary>What a suite found.</summary>
/// <param name="Rows">Per experiment its series, then the placebo months.</param>
/// <param name="Waiting">Experiments whose months are not there.</param>
/// <param name="FailedReplicates">Lanes that failed; they are left out.</param>
public sealed record SuiteReport(IReadOnlyList<SuiteRow> Rows, IReadOnlyList<SuiteExperiment> Waiting, int FailedReplicates)
{
    /// <summary>Rows of real dates that a measure aims at or may divert to.</summary>
    public IReadOnlyList<SuiteRow> Concerned { get; } = [.. Rows.Where(r => !r.IsPlaceboMonth && r.Series.Role != SeriesRole.Placebo)];

    /// <summary>Rows where nothing was signed: placebo series, and every series in a placebo month.</summary>
    public IReadOnlyList<SuiteRow> Placebos { get; } = [.. Rows.Where(r => r.IsPlaceboMonth || r.Series.Role == SeriesRole.Placebo)];

    /// <summary>Signs that are right, of those that can be told.</summary>
    public (int Right, int Of) Signs => Count(Concerned.Select(r => r.Quarter.SameSign).Concat(Concerned.Select(r => r.Year.SameSign)));

    /// <summary>Series on which the default forecast errs less than the best of the benchmarks.</summary>
    public (int Better, int Of) Better => Count(Concerned.Select(r => double.IsNaN(r.BestBenchmark) ? (bool?)null : r.Errors[SuiteMethods.Default] < r.BestBenchmark));

    /// <summary>Months within their 90 % band, over the series concerned.</summary>
    public (int Held, int Of) Bands => ((int)Math.Round(Concerned.Sum(r => r.Coverage90 * r.Months)), Concerned.Sum(r => r.Months));

    /// <summary>Shifts found where nothing was signed; one in ten is the error rate of a 90 % band.</summary>
    public (int Found, int Of) FalseShifts => Count(Placebos.Select(r => r.IsShift));

    /// <summary>Placebo series on which a measure has exactly no effect in the model, of those with a measure to take out.</summary>
    public (int Zero, int Of) ExactlyZero => Count(Rows.Where(r => !r.IsPlaceboMonth && r.Series.Role == SeriesRole.Placebo && r.Effect is not null).Select(r => (bool?)r.IsExactlyZero));

    private static (int True, int Of) Count(IEnumerable<bool?> answers)
    {
        bool[] known = [.. answers.OfType<bool>()];
        return (known.Count(a => a), known.Length);
    }
}
