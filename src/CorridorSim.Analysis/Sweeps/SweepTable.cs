using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Sweeps;

/// <summary>A finished sweep as a table: points x factors, and for each figure its values lane by lane.</summary>
public sealed class SweepTable
{
    private readonly double[][] _figures;

    /// <summary>A table.</summary>
    /// <param name="manifest">What the sweep says about itself.</param>
    /// <param name="points">Points x factors.</param>
    /// <param name="figures">Columns x lanes; not-a-number in lanes that failed.</param>
    public SweepTable(SweepManifest manifest, double[,] points, double[][] figures) =>
        (Manifest, Points, _figures, Whole) = (manifest, points, figures, points.GetLength(0));

    /// <summary>What the sweep says about itself.</summary>
    public SweepManifest Manifest { get; }

    /// <summary>Values of the factors: points x factors, in the factors' units.</summary>
    public double[,] Points { get; }

    /// <summary>What is varied.</summary>
    public IReadOnlyList<SweepFactorInfo> Factors => Manifest.Factors;

    /// <summary>What is measured.</summary>
    public IReadOnlyList<SweepColumn> Columns => Manifest.Columns;

    /// <summary>How many points.</summary>
    public int Count => Points.GetLength(0);

    /// <summary>How many points there are, as part of a sentence: of a part of a sweep, how many of all.</summary>
    public string Counted => Whole == Count
        ? FormattableString.Invariant($"the sweep has {Count} points")
        : FormattableString.Invariant($"{Count} of the sweep's {Whole} points are kept");

    /// <summary>How to get more points.</summary>
    public string More => Whole == Count ? "sample more" : "keep more, or sample more";

    private int Whole { get; init; }

    /// <summary>The period that the whole horizon is.</summary>
    public string WholePeriod => Columns[0].Period;

    /// <summary>Reads a finished sweep.</summary>
    /// <exception cref="Runs.Files.RunStoreException">It is not finished.</exception>
    public static SweepTable Read(StoredSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var reader = new SweepReader(sweep);
        return new SweepTable(sweep.Manifest, reader.Points(), reader.Figures());
    }

    /// <summary>The same sweep with some of its points alone, in their order. Its design no longer is that of the manifest.</summary>
    /// <param name="kept">For each point whether it stays.</param>
    public SweepTable Keep(IReadOnlyList<bool> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        int[] points = [.. Enumerable.Range(0, Count).Where(p => kept[p])];
        var settings = new double[points.Length, Factors.Count];
        for (var k = 0; k < points.Length; k++)
        {
            for (var factor = 0; factor < Factors.Count; factor++)
            {
                settings[k, factor] = Points[points[k], factor];
            }
        }

        return new SweepTable(Manifest, settings, [.. Enumerable.Range(0, Columns.Count).Select(c => points.SelectMany(p => Replicates(c, p).ToArray()).ToArray())]) { Whole = Whole };
    }

    /// <summary>Index of a column.</summary>
    /// <param name="name">Indicator as analysts write it, or what it is called.</param>
    /// <param name="period">Period; the whole horizon unless told.</param>
    /// <exception cref="StudyException">The sweep has not recorded it.</exception>
    public int ColumnOf(string name, string? period = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var column = 0; column < Columns.Count; column++)
        {
            if ((Columns[column].Name == name || Columns[column].Indicator == name) && Columns[column].Period == (period ?? WholePeriod))
            {
                return column;
            }
        }

        var known = Columns.Any(c => c.Name == name);
        throw new StudyException(known
            ? $"the sweep has no figures of '{name}' for {period}; there are {string.Join(", ", Columns.Where(c => c.Name == name).Select(c => c.Period).Take(12))}"
            : $"the sweep has not recorded '{name}'{Suggestion.For(name, Columns.Select(c => c.Name))}");
    }

    /// <summary>A figure at a point: one value per replicate.</summary>
    public ReadOnlySpan<double> Replicates(int column, int point) =>
        _figures[column].AsSpan(point * Manifest.Replicates, Manifest.Replicates);

    /// <summary>A figure at each point: the mean over replicates that have it; not-a-number where none has.</summary>
    public double[] Means(int column) => [.. Enumerable.Range(0, Count).Select(point =>
        Quantiles.WithoutNaN(Replicates(column, point)).DefaultIfEmpty(double.NaN).Average())];

    /// <summary>Values of some factors at each point, as one text a point: equal texts are equal settings.</summary>
    internal string[] Rows(IReadOnlyList<int> factors) => [.. Enumerable.Range(0, Count).Select(point =>
        string.Join(' ', factors.Select(f => Points[point, f].ToString("R", System.Globalization.CultureInfo.InvariantCulture))))];

    /// <summary>In how many lanes that ran a figure is defined, in words; empty when in all.</summary>
    public string Gap(int column) => Need(column).Describe(Lanes(column).Length, checked((int)(Count * Manifest.Replicates) - Manifest.Failures.Count));

    /// <summary>What a figure needs to be defined.</summary>
    public UndefinedFigure Need(int column) => UndefinedFigure.Of(IndicatorName.Parse(Columns[column].Name));

    /// <summary>A figure in all lanes that have it.</summary>
    public double[] Lanes(int column) => Quantiles.WithoutNaN(_figures[column]);
}
