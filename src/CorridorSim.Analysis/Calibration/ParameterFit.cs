namespace CorridorSim.Analysis.Calibration;

/// <summary>A fitted parameter.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="PriorP05">5 % quantile of the prior.</param>
/// <param name="PriorMedian">Median of the prior.</param>
/// <param name="PriorP95">95 % quantile of the prior.</param>
/// <param name="P05">5 % quantile of the posterior.</param>
/// <param name="Median">Median of the posterior.</param>
/// <param name="P95">95 % quantile of the posterior.</param>
/// <param name="SpreadRatio">Posterior over prior spread: near 1 the observations say nothing about it.</param>
/// <param name="Source">Where the prior comes from.</param>
public sealed record ParameterFit(
    string Path,
    string Unit,
    double PriorP05,
    double PriorMedian,
    double PriorP95,
    double P05,
    double Median,
    double P95,
    double SpreadRatio,
    string Source);
