using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>Forecasts as a table in the columns of the hubverse, which scoring packages of public-health forecasting read.</summary>
public static class HubTable
{
    /// <summary>Output type of quantiles.</summary>
    public const string Quantile = "quantile";

    /// <summary>Output type of medians, which have no identifier.</summary>
    public const string Median = "median";

    /// <summary>What stands where there is no identifier.</summary>
    public const string NoIdentifier = "NA";

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
            foreach (var month in Enumerable.Range(0, series.Months).Where(m => series.Series.EndsPeriod(series.Origin + m)))
            {
                Add(text, series, month);
            }
        }

        return text.ToString();
    }

    /// <summary>The rows of a table that was written so.</summary>
    /// <param name="lines">Its lines, the header first.</param>
    public static IEnumerable<HubRow> Rows(IEnumerable<string> lines) => lines.Skip(1).Select(HubRow.Parse);

    /// <summary>Scores rows, month by month.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="observations">What was counted since; months without a count are left out.</param>
    public static IReadOnlyList<ScoredMonth> Score(IEnumerable<HubRow> rows, ObservationTable observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return
        [
            .. from row in rows
               group row by (row.Origin, Ahead: row.Horizon, row.Name) into month
               let observed = observations.Value(month.Key.Name, month.Key.Origin + month.Key.Ahead - 1)
               where !double.IsNaN(observed)
               select Score(month.Key.Origin, month.Key.Ahead, month.Key.Name, observed, [.. month]),
        ];
    }

    private static ScoredMonth Score(int origin, int ahead, ObservedName name, double observed, HubRow[] rows)
    {
        // Quantiles are written in order of their probabilities.
        double[] quantiles = [.. rows.Where(r => r.Model == Models[ForecastMethod.Default]).Select(r => r.Value)];
        var medians = rows.Where(r => r.IsMedian).ToDictionary(r => r.Model, r => r.Value);
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
                Line(text, series, month, method, Quantile, probability.ToString(CultureInfo.InvariantCulture), Quantiles.OfSorted(sorted, probability));
            }
        }

        foreach (var (method, value) in series.Rivals.All(series.Origin + month).Where(r => !double.IsNaN(r.Value)))
        {
            Line(text, series, month, method, Median, NoIdentifier, value);
        }
    }

    private static void Line(StringBuilder text, SeriesForecast series, int month, ForecastMethod method, string type, string id, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{Models[method]},{CalendarMonth.Format(series.Origin)},{month + 1},{series.Series.Name.Series},{series.Series.Name.Nationality},{type},{id},{Math.Round(value, 1)}\n");
}

/// <summary>A row of <see cref="HubTable"/>.</summary>
/// <param name="Model">Model.</param>
/// <param name="Origin">First forecast month, see <see cref="CalendarMonth"/>.</param>
/// <param name="Horizon">Months ahead; the first forecast month is 1.</param>
/// <param name="Name">What is counted: target and location.</param>
/// <param name="Type">Output type.</param>
/// <param name="Probability">Probability of the quantile; not-a-number where the type has none.</param>
/// <param name="Value">The figure.</param>
public sealed record HubRow(string Model, int Origin, int Horizon, ObservedName Name, string Type, double Probability, double Value)
{
    /// <summary>The forecast month.</summary>
    public int Month => Origin + Horizon - 1;

    /// <summary>Whether it is the middle of the forecast.</summary>
    public bool IsMedian => Type == HubTable.Median || Probability == 0.5;

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It has other columns.</exception>
    public static HubRow Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split(',') is [var model, var origin, var horizon, var target, var location, var type, var id, var value]
            ? new HubRow(
                model, CalendarMonth.Parse(origin), int.Parse(horizon, CultureInfo.InvariantCulture), new ObservedName(target, location), type,
                id == HubTable.NoIdentifier ? double.NaN : double.Parse(id, CultureInfo.InvariantCulture), double.Parse(value, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{line}' has not the columns {HubTable.Header}");
    }
}
