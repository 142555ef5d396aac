using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Suites;

/// <summary>What a suite found.</summary>
/// <param name="Rows">Per experiment its series, then the placebo months.</param>
/// <param name="Waiting">Experiments whose months are not there.</param>
/// <param name="FailedReplicates">Lanes that failed; they are left out.</param>
public sealed record SuiteReport(IReadOnlyList<SuiteRow> Rows, IReadOnlyList<SuiteExperiment> Waiting, int FailedReplicates)
{
    /// <summary>What the columns of changes and effects say.</summary>
    public const string ChangeNote = "Change: the three months from a measure on compared with the three before; the twelve months from it on compared with the same months a year earlier. Effect: with the measure compared with the same model without it, over the months scored.";

    /// <summary>What the columns of errors say.</summary>
    public const string ErrorNote = "Error: root mean square of log(1 + flow) over the months scored; smaller is better.";

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

    /// <summary>How many signs are right, how often the forecast beats the best benchmark, how many bands hold, how quiet the placebos are, in a sentence.</summary>
    public string Describe()
    {
        var (signs, better, bands, shifts, zero) = (Signs, Better, Bands, FalseShifts, ExactlyZero);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The model has {signs.Right} of {signs.Of} signs right; the default forecast beats the best simple benchmark on {better.Better} of {better.Of} series; {bands.Held} of {bands.Of} months lie in their 90% bands; where nothing was signed {shifts.Found} of {shifts.Of} forecasts show a shift (one in ten would by chance){(zero.Of == 0 ? string.Empty : $", and measures have exactly no effect on {zero.Zero} of {zero.Of} placebo series")}.");
    }

    /// <summary>Which experiments were not run, in a sentence; empty where there is none.</summary>
    public string WaitingNote => Waiting.Count == 0
        ? string.Empty
        : $"Ready and not run, as the months that would score them are not there: {string.Join("; ", Waiting.Select(w => $"{CalendarMonth.Format(w.Month)} {w.Title}"))}.";

    private static (int True, int Of) Count(IEnumerable<bool?> answers)
    {
        bool[] known = [.. answers.OfType<bool>()];
        return (known.Count(a => a), known.Length);
    }
}

/// <summary>A change over some months: shares, so that -0.5 is a fall by half; not-a-number where months are missing.</summary>
/// <param name="Observed">What was counted.</param>
/// <param name="Simulated">The model as it is: median and 90 % band over its members.</param>
public sealed record SuiteChange(double Observed, Band Simulated)
{
    /// <summary>Whether both rise or both fall; null where either is unknown.</summary>
    public bool? SameSign => double.IsNaN(Observed) || double.IsNaN(Simulated.Median) ? null : Math.Sign(Observed) == Math.Sign(Simulated.Median);
}

/// <summary>One series of one experiment.</summary>
public sealed record SuiteRow
{
    /// <summary>The experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Month of the measure, or of the placebo, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    public required int Month { get; init; }

    /// <summary>Series and nationality with their role.</summary>
    public required SuiteSeries Series { get; init; }

    /// <summary>True for a month in which nothing happened.</summary>
    public bool IsPlaceboMonth { get; init; }

    /// <summary>Mean of three months from the measure on over the three before.</summary>
    public required SuiteChange Quarter { get; init; }

    /// <summary>Mean of twelve months from the measure on over the same months a year earlier.</summary>
    public required SuiteChange Year { get; init; }

    /// <summary>Unit of <see cref="Effect"/> for whoever writes it: people and events are both whole.</summary>
    public const string EffectUnit = Units.Persons;

    /// <summary>With the measure less without it over the horizon, persons or events, with the same random draws; null where none is named.</summary>
    public Band? Effect { get; init; }

    /// <summary>True where no member differs at all with and without the measure.</summary>
    public bool IsExactlyZero { get; init; }

    /// <summary>Months scored.</summary>
    public required int Months { get; init; }

    /// <summary>Root mean square error of log(1 + flow), by name of the method.</summary>
    public required IReadOnlyDictionary<string, double> Errors { get; init; }

    /// <summary>Share of months within the 90 % band of the default forecast.</summary>
    public required double Coverage90 { get; init; }

    /// <summary>Mean continuous ranked probability score of log(1 + flow).</summary>
    public required double Crps { get; init; }

    /// <summary>Mean weighted interval score of log(1 + flow).</summary>
    public required double Wis { get; init; }

    /// <summary>Whether the mean of the first three months lies outside the 90 % band of the default forecast: a shift that the forecast did not expect.</summary>
    public required bool? IsShift { get; init; }

    /// <summary>Least error of the four benchmarks of the suite.</summary>
    public double BestBenchmark => SuiteMethods.Benchmarks.Select(b => Errors[b]).Where(e => !double.IsNaN(e)).DefaultIfEmpty(double.NaN).Min();
}

/// <summary>Names of forecasts as suites print them.</summary>
public static class SuiteMethods
{
    /// <summary>The default forecast.</summary>
    public const string Default = "default";

    /// <summary>The model as it is.</summary>
    public const string Model = "model";

    /// <summary>The benchmarks: last month, the same month of last year, the seasonal mean, a random walk with drift.</summary>
    public static IReadOnlyList<string> Benchmarks { get; } = ["last month", "last year", "seasonal mean", "walk with drift"];
}
