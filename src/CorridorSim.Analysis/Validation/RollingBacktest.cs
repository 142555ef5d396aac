using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>
/// Forecasts from several origins, each with parameters fitted to the months before it alone and the state set by them, scored
/// as forecasters are: by months ahead, beside simple benchmarks made at the same origin.
/// </summary>
/// <param name="plan">The calibration; its window is cut at each origin.</param>
/// <param name="map">What observations are held against.</param>
/// <param name="simulate">What simulates.</param>
public sealed class RollingBacktest(CalibrationPlan plan, ObservationMap map, SimulateExperiment simulate)
{
    /// <summary>Runs all origins, one after the other.</summary>
    /// <param name="origins">Options of each; the origin has to lie after the first month of the calibration.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<RollingReport> RunAsync(IReadOnlyList<BacktestOptions> origins, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var fits = new List<OriginFit>();
        var sets = new List<ForecastSet>();
        foreach (var options in origins)
        {
            var own = Before(options.Origin);
            var told = new Named(CalendarMonth.Format(options.Origin), progress);
            var report = await new ScenarioCalibration(own, simulate).RunAsync(told, cancellationToken);
            var forecast = new OriginForecast(plan.Base, plan.Observations, map, simulate);
            sets.Add(await forecast.RunAsync(PosteriorExperiment.Of(own, report), options, told, cancellationToken));
            fits.Add(new OriginFit(options.Origin, own.Months, report.Misfit, report.Converged));
        }

        return new RollingReport(fits, sets);
    }

    /// <summary>The calibration as it would have been made at an origin.</summary>
    private CalibrationPlan Before(int origin)
    {
        if (origin <= plan.FirstMonth)
        {
            throw new StudyException($"{CalendarMonth.Format(origin)} leaves no month to fit: the calibration begins in {CalendarMonth.Format(plan.FirstMonth)}. Choose a later month.");
        }

        var (known, months) = (plan.Observations.Before(origin), origin - plan.FirstMonth);
        return plan with
        {
            Months = months,
            Observations = known,
            Series = [.. plan.Series.Where(s => known.Values(s.Name, plan.FirstMonth, months).Any(v => !double.IsNaN(v)))],
        };
    }

    private sealed class Named(string origin, IProgress<string>? outer) : IProgress<string>, IProgress<CalibrationProgress>
    {
        public void Report(string value) => outer?.Report($"{origin}: {value}");

        public void Report(CalibrationProgress value) => outer?.Report(FormattableString.Invariant($"{origin}: {value.Stage}, misfit {value.Misfit:F2}"));
    }
}

/// <summary>How well the months before an origin were fitted.</summary>
/// <param name="Origin">First month of the forecast.</param>
/// <param name="Months">Months that were fitted.</param>
/// <param name="Misfit">Misfit in units of the stated errors.</param>
/// <param name="Converged">Whether the fit converged.</param>
public sealed record OriginFit(int Origin, int Months, double Misfit, bool Converged);
