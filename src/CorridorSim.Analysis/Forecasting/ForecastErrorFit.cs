namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// The errors of a default forecast from forecasts that were observed afterwards: those on a grid whose 50 and 90 % intervals
/// come closest to holding 50 and 90 % of the months at every range of months ahead.
/// </summary>
public static class ForecastErrorFit
{
    private static readonly double[] Starts = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    private static readonly double[] Growths = [0, 0.03, 0.06, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3];

    /// <summary>Finds them.</summary>
    /// <param name="forecasts">Forecasts of one kind, nationalities or totals.</param>
    /// <param name="now">Those whose weight and fade stay.</param>
    public static ForecastErrors Of(IReadOnlyList<SeriesForecast> forecasts, ForecastErrors now)
    {
        var tried = from start in Starts from growth in Growths select now with { Start = start, Growth = growth };
        return tried.AsParallel().AsOrdered().Select(e => (Errors: e, Miss: Miss(forecasts, e))).MinBy(t => t.Miss).Errors;
    }

    private static double Miss(IReadOnlyList<SeriesForecast> forecasts, ForecastErrors errors)
    {
        var places = forecasts.SelectMany(f => Places(f, errors)).ToArray();
        double Held(double level, int first, int last) => places.Where(p => p.Ahead >= first && p.Ahead <= last)
            .Select(p => Math.Abs(p.Share - 0.5) <= level / 2 ? 1.0 : 0).DefaultIfEmpty(level).Average();
        return HorizonScore.Ranges.Sum(r => Square(Held(0.9, r.First, r.Last) - 0.9) + Square(Held(0.5, r.First, r.Last) - 0.5));
    }

    private static double Square(double value) => value * value;

    /// <summary>Where each observed month lies among the members of its forecast: the share of them below it, ties split.</summary>
    private static IEnumerable<(int Ahead, double Share)> Places(SeriesForecast forecast, ForecastErrors errors)
    {
        var (members, truth) = (forecast.Default(errors), forecast.Truth);
        for (var month = 0; month < members.Length; month++)
        {
            if (!double.IsNaN(truth[month]))
            {
                var (below, equal) = (members[month].Count(v => v < truth[month]), members[month].Count(v => v == truth[month]));
                yield return (month + 1, (below + (equal / 2.0)) / members[month].Length);
            }
        }
    }
}
