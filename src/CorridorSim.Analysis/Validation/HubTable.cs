using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>Forecasts as a table in the columns of the hubverse, which scoring packages of public-health forecasting read.</summary>
public static class HubTable
{
    /// <summary>The columns.</summary>
    public const string Header = "model_id,origin,horizon,target,location,output_type,output_type_id,value";

    // The model as it is stands beside for comparison: its bands are enough.
    private static readonly IReadOnlyList<double> Few = [0.05, 0.25, 0.5, 0.75, 0.95];

    private static readonly Dictionary<ForecastMethod, string> Models = new()
    {
        [ForecastMethod.Default] = "corridorsim-default",
        [ForecastMethod.Model] = "corridorsim-model",
        [ForecastMethod.LastMonth] = "last-month",
        [ForecastMethod.LastYear] = "last-year",
        [ForecastMethod.Seasonal] = "seasonal-mean",
        [ForecastMethod.Trend] = "trend",
        [ForecastMethod.Drift] = "drift",
    };

    /// <summary>Name of a method in the first column.</summary>
    public static string ModelOf(ForecastMethod method) => Models[method];

    /// <summary>The whole table: quantiles of the default forecast and of the model, medians of the rest.</summary>
    public static string Text(IEnumerable<ForecastSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var text = new StringBuilder(Header).Append('\n');
        foreach (var series in sets.SelectMany(s => s.Series))
        {
            for (var month = 0; month < series.Months; month++)
            {
                Add(text, series, month);
            }
        }

        return text.ToString();
    }

    /// <summary>Scores a table that was written so, month by month.</summary>
    /// <param name="lines">Its lines, the header first.</param>
    /// <param name="observations">What was counted since; months without a count are left out.</param>
    public static IReadOnlyList<ScoredMonth> Score(IEnumerable<string> lines, ObservationTable observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return
        [
            .. from cells in lines.Skip(1).Select(l => l.Split(','))
               group cells by (Origin: CalendarMonth.Parse(cells[1]), Ahead: int.Parse(cells[2], CultureInfo.InvariantCulture), Name: new ObservedName(cells[3], cells[4])) into month
               let observed = observations.Value(month.Key.Name, month.Key.Origin + month.Key.Ahead - 1)
               where !double.IsNaN(observed)
               select Score(month.Key.Origin, month.Key.Ahead, month.Key.Name, observed, [.. month]),
        ];
    }

    private static ScoredMonth Score(int origin, int ahead, ObservedName name, double observed, string[][] rows)
    {
        // Quantiles are written in order of their probabilities.
        double[] quantiles = [.. rows.Where(r => r[0] == Models[ForecastMethod.Default]).Select(Value)];
        var medians = rows.Where(r => r[5] == "median" || r[6] == "0.5").ToDictionary(r => r[0], Value);
        return new ScoredMonth
        {
            Origin = origin,
            Ahead = ahead,
            Name = name,
            Observed = observed,
            Quantiles = quantiles,
            Crps = ForecastQuantiles.Crps([.. quantiles.Select(Elementary.LogP1)], Elementary.LogP1(observed)),
            Values = Models.ToDictionary(m => m.Key, m => medians.GetValueOrDefault(m.Value, double.NaN)),
        };
    }

    private static double Value(string[] cells) => double.Parse(cells[7], CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, SeriesForecast series, int month)
    {
        foreach (var (method, probabilities, members) in new[]
        {
            (ForecastMethod.Default, ForecastQuantiles.Probabilities, series.Members[month]),
            (ForecastMethod.Model, Few, series.Raw[month]),
        })
        {
            double[] sorted = [.. members.Order()];
            foreach (var probability in probabilities)
            {
                Line(text, series, month, method, "quantile", probability.ToString(CultureInfo.InvariantCulture), Quantiles.OfSorted(sorted, probability));
            }
        }

        foreach (var (method, value) in series.Rivals.All(series.Origin + month).Where(r => !double.IsNaN(r.Value)))
        {
            Line(text, series, month, method, "median", "NA", value);
        }
    }

    private static void Line(StringBuilder text, SeriesForecast series, int month, ForecastMethod method, string type, string id, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{Models[method]},{CalendarMonth.Format(series.Origin)},{month + 1},{series.Series.Name.Series},{series.Series.Name.Nationality},{type},{id},{Math.Round(value, 1)}\n");
}
