using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Analysis.Calibration;

/// <summary>
/// Push shocks from what the fitted parameters leave unexplained: the persistence is the correlation of residuals from month to
/// month, the common share their correlation between nationalities, and the spread of each group of nationalities is what its
/// residuals ask for, up to a cap. What lies beyond is not movement but structural error: it widens bands, not flows.
/// </summary>
internal sealed class ShockFit(CalibrationPlan plan, CalibrationForward forward, SimulateExperiment simulate)
{
    private const double Level = 0.9;
    private const double TrialSpread = 0.3;
    private const int Members = 48;

    // A month that is twice or half of what the model expects; larger misses say that the model is wrong, not that many set out.
    private const double GreatestSpread = 0.6;
    private const double GreatestCommonShare = 0.8;
    private const double LeastPersistence = 0.3;
    private const double GreatestPersistence = 0.95;

    // A quarter that follows a quarter says less about months than a month does.
    private const double GreatestOfQuarters = 0.98;

    private readonly int _skipped = plan.FirstMonth - plan.Base.Scenario.FirstMonth;

    /// <summary>Fits.</summary>
    /// <param name="posterior">Members x parameters.</param>
    /// <param name="outputs">Members x outputs without shocks.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    /// <returns>Values by slot, and the share of observations that the bands hold with them.</returns>
    public async Task<(Dictionary<Slot, double> Values, double Coverage)> RunAsync(
        double[,] posterior, double[,] outputs, CancellationToken cancellationToken)
    {
        var residuals = Residuals(outputs);
        var groups = Groups(residuals);
        var persistence = plan.Base.Experiment.World.Nationalities.Select(n => n.ShockPersistence).Distinct().ToArray();
        var correlation = Persistence(residuals);
        var trial = groups.Keys.ToDictionary(slot => slot, _ => TrialSpread).Concat(persistence.Select(p => KeyValuePair.Create(p, correlation))).ToDictionary();
        var quiet = Variances(await BandsAsync(posterior, null, cancellationToken), groups);
        var moved = Variances(await BandsAsync(posterior, trial, cancellationToken), groups);
        var values = new Dictionary<Slot, double>(trial) { [plan.Base.Experiment.World.Behaviour.CommonShockShare] = Math.Round(CommonShare(residuals), 3) };
        foreach (var (slot, series) in groups)
        {
            var wanted = series.Average(s => MeanSquare(residuals[s]));
            var response = Math.Max(moved[slot] - quiet[slot], 1e-4) / (TrialSpread * TrialSpread);
            values[slot] = Math.Round(Math.Clamp(Math.Sqrt(Math.Max(wanted - quiet[slot], 0) / response), ShockAnalysis.LeastSpread, GreatestSpread), 3);
        }

        foreach (var slot in persistence)
        {
            values[slot] = Math.Round(correlation, 3);
        }

        return (values, Coverage(await BandsAsync(posterior, values, cancellationToken)));
    }

    private static double MeanSquare(double[] residuals) =>
        residuals.Where(r => !double.IsNaN(r)).Select(r => r * r).DefaultIfEmpty(0).Average();

    /// <summary>Mean correlation of the residuals of different nationalities in the same month, not below 0.</summary>
    private double CommonShare(double[][] residuals)
    {
        // One series a nationality, the first, so that none counts twice.
        int[] first = [.. Enumerable.Range(0, residuals.Length).DistinctBy(s => plan.Series[s].Name.Nationality)];
        var scales = first.Select(s => Math.Sqrt(MeanSquare(residuals[s]))).ToArray();
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                foreach (var (a, b) in residuals[first[i]].Zip(residuals[first[j]]).Where(p => !double.IsNaN(p.First + p.Second)))
                {
                    sum += a * b / Math.Max(scales[i] * scales[j], 1e-9);
                    count++;
                }
            }
        }

        return count == 0 ? 0 : Math.Clamp(sum / count, 0, GreatestCommonShare);
    }

    /// <summary>Per series and month, observed less mean simulated log(1 + flow).</summary>
    private double[][] Residuals(double[,] outputs)
    {
        var observed = forward.Observations().Values;
        return
        [
            .. Enumerable.Range(0, plan.Series.Count).Select(s => Enumerable.Range(s * plan.Months, plan.Months).Select(datum =>
            {
                var members = Enumerable.Range(0, outputs.GetLength(0)).Select(m => outputs[m, datum]).Where(v => !double.IsNaN(v));
                return observed[datum] - members.DefaultIfEmpty(double.NaN).Average();
            }).ToArray()),
        ];
    }

    /// <summary>Per slot of a spread, the series of the nationalities that use it.</summary>
    private Dictionary<Slot, int[]> Groups(double[][] residuals)
    {
        var nationalities = plan.Base.Experiment.World.Nationalities;
        return Enumerable.Range(0, residuals.Length)
            .Select(s => (Series: s, Nationality: nationalities.FirstOrDefault(n => plan.Series[s].Keys.All(k => k.Nationality == n.Code))))
            .Where(p => p.Nationality is not null)
            .GroupBy(p => p.Nationality!.ShockSpread)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Series).ToArray());
    }

    /// <summary>Correlation from month to month: where most is counted by quarter, the cube root of that from quarter to quarter.</summary>
    private double Persistence(double[][] residuals)
    {
        var quarterly = residuals.Where((_, s) => plan.Series[s].Step == ReportStep.Quarter).ToArray();
        return quarterly.Length * 2 > residuals.Length
            ? Math.Clamp(Math.Cbrt(Correlation(quarterly, ReportSteps.MonthsPerQuarter)), LeastPersistence, GreatestOfQuarters)
            : Math.Clamp(Correlation(residuals, 1), LeastPersistence, GreatestPersistence);
    }

    private static double Correlation(double[][] residuals, int lag)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var (now, next) in residuals.SelectMany(r => r.Zip(r.Skip(lag))).Where(p => !double.IsNaN(p.First + p.Second)))
        {
            products += now * next;
            squares += ((now * now) + (next * next)) / 2;
        }

        return squares > 0 ? products / squares : 0;
    }

    /// <summary>Per series and month the log(1 + flow) of some members, each with its own shocks.</summary>
    private async Task<double[][][]> BandsAsync(double[,] posterior, Dictionary<Slot, double>? shocks, CancellationToken cancellationToken)
    {
        var count = Math.Min(Members, posterior.GetLength(0));
        var some = new double[count, posterior.GetLength(1)];
        for (var member = 0; member < count; member++)
        {
            for (var parameter = 0; parameter < posterior.GetLength(1); parameter++)
            {
                some[member, parameter] = posterior[member * posterior.GetLength(0) / count, parameter];
            }
        }

        // Two histories per member, so that bands rest on about a hundred.
        const int Replicates = 2;
        var result = await simulate(Spread(forward.Experiment(some, shocks is null ? 1 : Replicates, shocks)), cancellationToken);
        return
        [
            .. Enumerable.Range(0, plan.Series.Count).Select(s =>
            {
                var lanes = forward.Observer.Monthly(result, s);
                return Enumerable.Range(_skipped, plan.Months).Select(m => lanes.Select(l => Elementary.LogP1(l[m])).ToArray()).ToArray();
            }),
        ];
    }

    /// <summary>One replicate per member in place of the same few for all: each history has shocks of its own.</summary>
    private static Experiment Spread(Experiment experiment)
    {
        var rows = new List<double[]>();
        var columns = experiment.Variants[0].Settings.Select(s => s.Slot).ToArray();
        foreach (var variant in experiment.Variants)
        {
            rows.AddRange(Enumerable.Repeat(variant.Settings.Select(s => s.Value.A).ToArray(), experiment.Replicates));
        }

        var settings = columns.Select((slot, column) => new SlotSetting(slot, new Distribution(DistributionKind.Sample, column)));
        return experiment with
        {
            World = experiment.World with { Samples = rows },
            Variants = [new Variant("posterior", [.. settings])],
            Replicates = rows.Count,
        };
    }

    private static Dictionary<Slot, double> Variances(double[][][] bands, Dictionary<Slot, int[]> groups) =>
        groups.ToDictionary(g => g.Key, g => g.Value.Average(s => bands[s].Average(Variance)));

    private static double Variance(double[] values)
    {
        var kept = Quantiles.WithoutNaN(values);
        var mean = kept.DefaultIfEmpty(0).Average();
        return kept.Select(v => (v - mean) * (v - mean)).DefaultIfEmpty(0).Average();
    }

    private double Coverage(double[][][] bands)
    {
        var observed = forward.Observations().Values;
        var (inside, count) = (0, 0);
        for (var s = 0; s < bands.Length; s++)
        {
            for (var month = 0; month < plan.Months; month++)
            {
                var value = observed[(s * plan.Months) + month];
                if (!double.IsNaN(value))
                {
                    count++;
                    inside += Quantiles.Interval(Quantiles.WithoutNaN(bands[s][month]), Level).Holds(value) ? 1 : 0;
                }
            }
        }

        return count == 0 ? double.NaN : (double)inside / count;
    }
}
