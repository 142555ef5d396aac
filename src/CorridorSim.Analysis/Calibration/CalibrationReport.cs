namespace CorridorSim.Analysis.Calibration;

/// <summary>What a calibration found.</summary>
/// <param name="Parameters">One entry per fitted parameter.</param>
/// <param name="Series">One entry per series.</param>
/// <param name="Course">Misfit before each update and at the end.</param>
/// <param name="Converged">Whether all of the data's weight was taken in.</param>
/// <param name="Misfit">Root mean square residual in units of the stated errors; about 1 when the model fits as well as they allow.</param>
/// <param name="Sample">Members x parameters.</param>
/// <param name="Shocks">Fitted spreads and persistence by path; empty when they were kept.</param>
/// <param name="Coverage">Share of observations that 90 % bands with these shocks hold; not-a-number when they were kept.</param>
public sealed record CalibrationReport(
    IReadOnlyList<ParameterFit> Parameters,
    IReadOnlyList<SeriesFit> Series,
    IReadOnlyList<KalmanIteration> Course,
    bool Converged,
    double Misfit,
    double[,] Sample,
    IReadOnlyDictionary<string, double> Shocks,
    double Coverage)
{
    /// <summary>A misfit above this says that the structure, or the stated errors, cannot be right.</summary>
    public const double GreatestMisfit = 1.5;

    /// <summary>True when the model misses the observations by more than their errors allow.</summary>
    public bool IsMisfit => !(Misfit <= GreatestMisfit);
}

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

/// <summary>How a series is fitted, without shocks.</summary>
/// <param name="Series">Series.</param>
/// <param name="Nationality">Nationality.</param>
/// <param name="Months">Months observed.</param>
/// <param name="RmseLog">Root mean square difference of log(1 + flow) from the posterior mean.</param>
/// <param name="Bias">Mean difference, observed less simulated.</param>
/// <param name="Error">Stated error.</param>
public sealed record SeriesFit(string Series, string Nationality, int Months, double RmseLog, double Bias, double Error);

/// <summary>How far a calibration is.</summary>
/// <param name="Stage">What it does, in words.</param>
/// <param name="Share">Share of the work, 0 to 1.</param>
/// <param name="Misfit">Misfit of the ensemble mean, or of the best candidate.</param>
/// <param name="MemberMisfit">Misfit of a typical member, or of the best of this generation.</param>
public sealed record CalibrationProgress(string Stage, double Share, double Misfit, double MemberMisfit);
