using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Randomness;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>Forecasts of one series from one report: people counted from its day on.</summary>
/// <param name="Series">What is forecast.</param>
/// <param name="Day">Day of the last report that was known.</param>
/// <param name="Known">Reports up to that day.</param>
/// <param name="Past">People a day in the model over the four weeks before, by member.</param>
/// <param name="Ahead">Weeks ahead, ascending, and people in the model until then, by member.</param>
public sealed record WeeklyForecast(ObservedSeries Series, DateOnly Day, ReportedCounts Known, double[] Past, IReadOnlyList<(int Weeks, double[] Members)> Ahead)
{
    /// <summary>Days by which the report that scores may miss the day that was forecast.</summary>
    public const int MaxMiss = 3;

    /// <summary>What the default forecast gives, in the order of <see cref="Ahead"/>: people until then, by member.</summary>
    /// <param name="errors">Share of the model's change that is taken, and errors.</param>
    public IReadOnlyList<double[]> Default(ForecastErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var lengths = Ahead.Select((a, i) => (double)(a.Weeks - (i == 0 ? 0 : Ahead[i - 1].Weeks))).ToArray();
        double[][] paces = [.. Ahead.Select((a, i) => a.Members.Select((m, k) => (m - (i == 0 ? 0 : Ahead[i - 1].Members[k])) / lengths[i]).ToArray())];
        var pace = new WeeklyRivals(Known, Day).FourWeekPace * WeeklyRivals.WeekDays;
        // Weeks are too short for the last ones to lose weight.
        var forecast = new AnchoredForecast(errors.Of(Series) with { Fade = 0 }, Key).Members(
            [pace], [[.. Past.Select(p => p * WeeklyRivals.WeekDays)]], paces);
        var sums = new List<double[]>();
        for (var i = 0; i < forecast.Length; i++)
        {
            sums.Add([.. forecast[i].Select((p, k) => (p * lengths[i]) + (i == 0 ? 0 : sums[i - 1][k]))]);
        }

        return sums;
    }

    /// <summary>Scores it by later reports; weeks near whose end nothing was reported are left out.</summary>
    /// <param name="all">All reports.</param>
    /// <param name="errors">Share of the model's change that is taken, and errors.</param>
    public IEnumerable<WeeklyScore> Scores(ReportedCounts all, ForecastErrors errors)
    {
        ArgumentNullException.ThrowIfNull(all);
        var members = Default(errors);
        var rivals = new WeeklyRivals(Known, Day);
        for (var i = 0; i < Ahead.Count; i++)
        {
            var due = Day.AddDays(Ahead[i].Weeks * WeeklyRivals.WeekDays);
            var target = all.Days.Where(d => Math.Abs(d.DayNumber - due.DayNumber) <= MaxMiss).OrderBy(d => Math.Abs(d.DayNumber - due.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
            if (target is not { } day || double.IsNaN(all.Between(Day, day)))
            {
                continue;
            }

            // A report a day or two off is compared with as many days of the forecast.
            var part = (double)(day.DayNumber - Day.DayNumber) / (due.DayNumber - Day.DayNumber);
            double[] own = [.. members[i].Select(m => m * part)];
            yield return new WeeklyScore(
                Series.Name.Series,
                Day,
                Ahead[i].Weeks,
                all.Between(Day, day),
                rivals.All(Ahead[i].Weeks).Select(r => (r.Method, Value: r.Value * part))
                    .Prepend((WeeklyMethod.Model, Quantiles.Median(Ahead[i].Members) * part))
                    .Prepend((WeeklyMethod.Default, Quantiles.Median(own)))
                    .ToDictionary(r => r.Item1, r => r.Item2),
                ForecastQuantiles.Of(own));
        }
    }

    /// <summary>Key of its draws.</summary>
    private ulong Key => AddressedDraws.NameHash(FormattableString.Invariant($"{Series.Name}/{Day:yyyy-MM-dd}"));
}

/// <summary>People counted in the weeks after a report, beside forecasts made on its day.</summary>
/// <param name="Series">Observed series.</param>
/// <param name="Day">Day of the last report that was known.</param>
/// <param name="Weeks">Weeks ahead.</param>
/// <param name="Observed">People counted.</param>
/// <param name="Values">Forecasts by method; not-a-number where what was known does not suffice.</param>
/// <param name="Bands">Quantiles of the default forecast, see <see cref="ForecastQuantiles"/>.</param>
public sealed record WeeklyScore(
    string Series, DateOnly Day, int Weeks, double Observed, IReadOnlyDictionary<WeeklyMethod, double> Values, IReadOnlyList<double> Bands)
{
    /// <summary>Persons by which a forecast misses, without sign.</summary>
    public double Error(WeeklyMethod method) => Math.Abs(Values[method] - Observed);

    /// <summary>Whether the count lies within the central interval of a share, ends included.</summary>
    public bool Within(double level) =>
        ForecastQuantiles.At(Bands, (1 - level) / 2) <= Observed && Observed <= ForecastQuantiles.At(Bands, (1 + level) / 2);
}

/// <summary>Scores of one series at one distance, all reports together.</summary>
/// <param name="Series">Observed series.</param>
/// <param name="Weeks">Weeks ahead.</param>
/// <param name="Origins">Forecasts that count.</param>
/// <param name="Persons">Per method the mean absolute error, persons; not-a-number where it has no forecast.</param>
/// <param name="Shares">Per method the mean of the errors over what was counted, 0.1 for ten per cent.</param>
/// <param name="Better">Forecasts on which the default misses by less than the pace of the last four weeks.</param>
/// <param name="Coverage50">Share of counts within the 50 % band.</param>
/// <param name="Coverage90">Share of counts within the 90 % band.</param>
public sealed record WeeklySummary(
    string Series,
    int Weeks,
    int Origins,
    IReadOnlyDictionary<WeeklyMethod, double> Persons,
    IReadOnlyDictionary<WeeklyMethod, double> Shares,
    int Better,
    double Coverage50,
    double Coverage90)
{
    /// <summary>Of any scores, by series and weeks ahead.</summary>
    public static IEnumerable<WeeklySummary> Of(IEnumerable<WeeklyScore> scores) =>
        scores.GroupBy(s => (s.Series, s.Weeks)).OrderBy(g => g.Key.Series, StringComparer.Ordinal).ThenBy(g => g.Key.Weeks).Select(g => Of(g.Key.Series, g.Key.Weeks, [.. g]));

    private static WeeklySummary Of(string series, int weeks, WeeklyScore[] scores)
    {
        Dictionary<WeeklyMethod, double> Each(Func<WeeklyScore[], WeeklyMethod, double> value) => Enum.GetValues<WeeklyMethod>().ToDictionary(
            m => m, m => scores.Where(s => !double.IsNaN(s.Values[m])).ToArray() is { Length: > 0 } own ? value(own, m) : double.NaN);
        return new WeeklySummary(
            series,
            weeks,
            scores.Length,
            Each((own, m) => own.Average(s => s.Error(m))),
            Each((own, m) => own.Where(s => s.Observed > 0).Select(s => s.Error(m) / s.Observed).DefaultIfEmpty(double.NaN).Average()),
            scores.Count(s => s.Error(WeeklyMethod.Default) < s.Error(WeeklyMethod.FourWeeks)),
            scores.Average(s => s.Within(0.5) ? 1.0 : 0),
            scores.Average(s => s.Within(0.9) ? 1.0 : 0));
    }
}
