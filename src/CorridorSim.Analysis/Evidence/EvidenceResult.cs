using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Evidence;

/// <summary>A published effect beside that of the model.</summary>
/// <param name="Row">What was published.</param>
/// <param name="Model">Median and 90 % interval over replicates; for kinds that are one figure, the figure.</param>
public sealed record EvidenceResult(EvidenceRow Row, Band Model)
{
    /// <summary>Uncertain figures on which the effect depends most, strongest first; empty where none was looked for or stands out.</summary>
    public IReadOnlyList<Dependence> DependsOn { get; init; } = [];

    /// <summary>Whether the model's median lies within what was published.</summary>
    public bool Agrees => Model.Median >= Row.Low && Model.Median <= Row.High;

    /// <summary>Works an effect out of paired replicates.</summary>
    /// <param name="row">What was published.</param>
    /// <param name="without">The world without the measure.</param>
    /// <param name="with">The world with it.</param>
    public static EvidenceResult Of(EvidenceRow row, IEnsemble without, IEnsemble with)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        if (row.Kind == EvidenceKind.MonthsBelow)
        {
            var share = Months(row).Average(m => Quantiles.Median(Paired(row.Series, new Period(m, m), without, with, (a, b) => b - a)) < 0 ? 1.0 : 0);
            return new EvidenceResult(row, new Band(share, share, share));
        }

        var band = Quantiles.Interval(Quantiles.WithoutNaN(Replicates(row, without, with)));
        return new EvidenceResult(row, row.Kind == EvidenceKind.Clear ? new Band(band.Upper, band.Upper, band.Upper) : band);
    }

    /// <summary>The effect in each replicate; not-a-number where it is not defined.</summary>
    internal static double[] Replicates(EvidenceRow row, IEnsemble without, IEnsemble with)
    {
        double[] Of(IReadOnlyList<SeriesKey> keys, Func<double, double, double> effect) => Paired(keys, row.Period, without, with, effect);
        return row.Kind switch
        {
            EvidenceKind.Elasticity => Zip(Of(row.Series, LogChange), Of(row.Against, LogChange), (a, b) => a / b),
            EvidenceKind.Order => Zip(Of(row.Series, Change), Of(row.Against, Change), (a, b) => a - b),
            EvidenceKind.Ratio => Zip(Of(row.Series, (a, b) => b - a), Of(row.Against, (a, b) => b - a), (a, b) => a / b),
            _ => Of(row.Series, Change),
        };
    }

    private static double[] Paired(
        IReadOnlyList<SeriesKey> keys, Period period, IEnsemble without, IEnsemble with, Func<double, double, double> effect) =>
        Zip(Sums(keys, period, without), Sums(keys, period, with), effect);

    private static double[] Sums(IReadOnlyList<SeriesKey> keys, Period period, IEnsemble ensemble)
    {
        if (period.Within(Period.Of(ensemble)) != period)
        {
            throw new StudyException($"{period} lies outside the months of {ensemble.Name}. Choose another period.");
        }

        var series = keys.Select(ensemble.Monthly).ToArray();
        var (first, count) = (period.First - ensemble.FirstMonth, period.Last - period.First + 1);
        return [.. Enumerable.Range(0, ensemble.Replicates).Select(k => series.Sum(s => s[k].Skip(first).Take(count).Sum()))];
    }

    private static double[] Zip(double[] first, double[] second, Func<double, double, double> with) => [.. first.Zip(second, with)];

    private static double Change(double before, double after) => before > 0 ? (after / before) - 1 : double.NaN;

    private static double LogChange(double before, double after) => before > 0 && after > 0 ? Elementary.Log(after / before) : double.NaN;

    private static IEnumerable<int> Months(EvidenceRow row) => Enumerable.Range(row.Period.First, row.Period.Last - row.Period.First + 1);
}
