namespace CorridorSim.Analysis.Statistics;

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
