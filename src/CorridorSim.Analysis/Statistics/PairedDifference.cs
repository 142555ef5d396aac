using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace CorridorSim.Analysis.Statistics;

/// <summary>
/// The effect of a change over an ensemble whose replicates are paired: replicate k sees the same random draws with and without the
/// change, d_k is the difference. The question is the sign of the effect over the ensemble:
/// <list type="bullet">
/// <item><see cref="Verdict.ExactlyZero"/>: every d_k is 0.</item>
/// <item><see cref="Verdict.Clear"/>: the quantiles 0.05 and 0.95 of d lie strictly on one side of 0, and so does the bootstrap
/// interval of the mean at 95 %, and the two-sided sign test has p below 0.05 (which takes at least six pairs).</item>
/// <item><see cref="Verdict.Leaning"/>: not clear, but at least 80 % of d share one sign and the sign test has p below 0.05.</item>
/// <item><see cref="Verdict.OneSided"/>: neither, but no d has the other sign and the sign test, which leaves zeros out, has p below 0.05.</item>
/// <item><see cref="Verdict.Undefined"/>: there is no pair.</item>
/// <item><see cref="Verdict.CannotTell"/>: everything else.</item>
/// </list>
/// </summary>
public static class PairedDifference
{
    /// <summary>The bound of <see cref="PairedSummary.ReplicatesToTell"/>.</summary>
    public const int MostReplicates = 1_000_000;

    /// <summary>Pairs of one sign below which no sign test has p below 0.05.</summary>
    public const int FewestPairs = 6;

    private const double Significance = 0.05;
    private const double LeaningShare = 0.8;
    private const double NormalQuantile = 1.96;
    private const int Resamples = 1000;
    private const ulong BootstrapSeed = 0x5041495245444946;

    /// <summary>Summarises changed minus base, replicate by replicate.</summary>
    /// <param name="baseline">One value per replicate; NaN where the lane failed.</param>
    /// <param name="changed">The same replicates in the same order.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static PairedSummary Between(ReadOnlySpan<double> baseline, ReadOnlySpan<double> changed)
    {
        if (baseline.Length != changed.Length)
        {
            throw new ArgumentException($"{baseline.Length} base values, {changed.Length} changed ones.", nameof(changed));
        }

        var differences = new double[baseline.Length];
        for (var k = 0; k < differences.Length; k++)
        {
            differences[k] = changed[k] - baseline[k];
        }

        return Summarise(differences);
    }

    /// <summary>Summarises given differences; the same differences always give the same summary.</summary>
    /// <param name="differences">One per replicate, in any unit; NaN where a lane failed.</param>
    public static PairedSummary Summarise(ReadOnlySpan<double> differences)
    {
        var kept = Quantiles.WithoutNaN(differences);
        var band = Quantiles.Interval(kept);
        var positive = kept.Count(difference => difference > 0);
        var negative = kept.Count(difference => difference < 0);
        var share = kept.Length == 0 ? double.NaN : (double)Math.Max(positive, negative) / kept.Length;
        var meanBand = ResampledMean.Interval(kept, Resamples, 0.95, BootstrapSeed);
        var signTest = SignTest(positive, negative);
        var verdict = Judge(kept, band, meanBand, share, signTest);
        return new PairedSummary(
            kept.Length,
            differences.Length - kept.Length,
            band.Median,
            band.Lower,
            band.Upper,
            kept.Length == 0 ? double.NaN : kept.Average(),
            meanBand,
            share,
            signTest,
            verdict,
            verdict is Verdict.CannotTell or Verdict.Leaning ? ReplicatesToTell(kept) : null,
            positive,
            negative);
    }

    /// <summary>Two-sided sign test: how often even odds would give a split at least as uneven.</summary>
    /// <param name="positive">Differences above zero.</param>
    /// <param name="negative">Differences below zero.</param>
    public static double SignTest(int positive, int negative)
    {
        var count = positive + negative;
        return count == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, count, Math.Min(positive, negative)));
    }

    private static Verdict Judge(double[] differences, Band band, Band meanBand, double share, double signTest)
    {
        if (differences.Length == 0)
        {
            return Verdict.Undefined;
        }

        if (differences.All(difference => difference == 0))
        {
            return Verdict.ExactlyZero;
        }

        if (signTest >= Significance)
        {
            return Verdict.CannotTell;
        }

        var above = band.Lower > 0 && meanBand.Lower > 0;
        var below = band.Upper < 0 && meanBand.Upper < 0;
        if (above || below)
        {
            return Verdict.Clear;
        }

        return share >= LeaningShare ? Verdict.Leaning
            : differences.All(d => d >= 0) || differences.All(d => d <= 0) ? Verdict.OneSided
            : Verdict.CannotTell;
    }

    private static int? ReplicatesToTell(double[] differences)
    {
        if (differences.Length < 2)
        {
            return null;
        }

        var ratio = NormalQuantile * differences.StandardDeviation() / Math.Abs(differences.Average());
        var needed = Math.Floor(ratio * ratio) + 1;
        var told = needed <= MostReplicates ? Math.Max(FewestPairs, (int)needed) : MostReplicates;
        return told > differences.Length ? told : null;
    }
}

/// <summary>What the paired differences of an ensemble say; see <see cref="PairedDifference"/> for the definitions.</summary>
/// <param name="Count">Pairs used.</param>
/// <param name="Missing">Pairs left out because a value is NaN (a lane failed, or the figure is not defined).</param>
/// <param name="Median">Median difference.</param>
/// <param name="P05">Quantile 0.05 of the differences.</param>
/// <param name="P95">Quantile 0.95 of the differences.</param>
/// <param name="Mean">Mean difference.</param>
/// <param name="MeanBand">Bootstrap interval of the mean at 95 %.</param>
/// <param name="ShareSameSign">Share of pairs with the more frequent sign; zeros have none and count against it.</param>
/// <param name="SignTestP">Two-sided sign test against even odds, zeros left out; 1 when nothing is left.</param>
/// <param name="Verdict">The judgement.</param>
/// <param name="ReplicatesToTell">
/// Replicates, more than there are, at which 1.96 standard errors of the mean fall below it, at least
/// <see cref="PairedDifference.FewestPairs"/> and at most <see cref="PairedDifference.MostReplicates"/>; null when the sign is
/// settled, when there is no effect, and when more replicates would not settle it since the mean is settled and replicates differ.
/// </param>
/// <param name="Positive">Pairs with a difference above 0.</param>
/// <param name="Negative">Pairs with a difference below 0.</param>
public sealed record PairedSummary(
    int Count,
    int Missing,
    double Median,
    double P05,
    double P95,
    double Mean,
    Band MeanBand,
    double ShareSameSign,
    double SignTestP,
    Verdict Verdict,
    int? ReplicatesToTell,
    int Positive,
    int Negative)
{
    /// <summary>Pairs without any difference.</summary>
    public int Unchanged => Count - Positive - Negative;
}
