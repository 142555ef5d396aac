using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Calibrations;

/// <summary>What a calibration file asks for, checked against its scenario, its world and its observations.</summary>
public sealed record CalibrationPlan
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>The scenario that is run.</summary>
    public required CompiledScenario Base { get; init; }

    /// <summary>First month that counts, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Months that count, at least 1.</summary>
    public required int Months { get; init; }

    /// <summary>The observations.</summary>
    public required ObservationTable Observations { get; init; }

    /// <summary>Name of the observations file.</summary>
    public required string ObservationsFile { get; init; }

    /// <summary>The method.</summary>
    public required CalibrationMethod Method { get; init; }

    /// <summary>Members of the ensemble, or candidates of a generation.</summary>
    public required int Members { get; init; }

    /// <summary>Most updates, or generations.</summary>
    public required int MostUpdates { get; init; }

    /// <summary>Seed of the fit.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Factor on the spread after each update, at least 1.</summary>
    public required double Inflation { get; init; }

    /// <summary>Multiple of the sampling noise below which correlations are tapered; null for no localisation.</summary>
    public required double? Localisation { get; init; }

    /// <summary>Factor on the errors of all series: above 1 where residuals of neighbouring months hang together.</summary>
    public required double ErrorFactor { get; init; }

    /// <summary>What is fitted.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }

    /// <summary>What it is held against.</summary>
    public required IReadOnlyList<ObservedSeries> Series { get; init; }

    /// <summary>True when the spread of the push shocks is fitted to what the parameters leave unexplained.</summary>
    public required bool FitsShocks { get; init; }

    /// <summary>File for the posterior sample, a path; empty for none.</summary>
    public required string WriteTo { get; init; }

    /// <summary>The fit that this one goes on from; null for one that begins from the priors.</summary>
    public EarlierFit? Earlier { get; init; }
}

/// <summary>How parameters are fitted.</summary>
public enum CalibrationMethod
{
    /// <summary>Ensemble Kalman inversion: a sample of the posterior.</summary>
    Kalman,

    /// <summary>Covariance matrix adaptation: the one best point.</summary>
    Point,
}

/// <summary>A parameter to be fitted.</summary>
/// <param name="Slot">Its input.</param>
/// <param name="Prior">What is believed of it before the observations.</param>
/// <param name="Source">Where the prior comes from.</param>
public sealed record FittedParameter(Slot Slot, Distribution Prior, string Source);
