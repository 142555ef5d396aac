using System.Globalization;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Model.Policy;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>A made-up forecast of months that the record of the Americas has, registered as a real one is.</summary>
internal static class MadeForecast
{
    public const string Name = "made-up-2023-07";
    public const string Series = "irregular-entries:COL>PAN";
    public const string First = "2023-07";
    public const int Months = 6;

    private const double Median = 40_000;
    private const double Width = 30_000;

    public static void Register(string scenarios)
    {
        var origin = CalendarMonth.Parse(First);
        var lines = Enumerable.Range(1, Months).SelectMany(m => ForecastQuantiles.Probabilities
            .Select(p => Line("corridorsim-default", m, "quantile", p.ToString(CultureInfo.InvariantCulture), Median + ((p - 0.5) * 2 * Width)))
            .Append(Line("corridorsim-model", m, "quantile", "0.5", Median))
            .Append(Line("last-month", m, "median", "NA", 30_000)));
        new ForecastLedger(Path.Combine(scenarios, "forecasts")).Register(
            new RegisteredForecast
            {
                Name = Name,
                RegisteredAt = new DateTimeOffset(2023, 7, 1, 12, 0, 0, TimeSpan.Zero),
                Build = "made up",
                Scenario = "americas-history",
                ScenarioHash = "made up",
                From = First,
                Until = CalendarMonth.Format(origin + Months - 1),
                LastObserved = CalendarMonth.Format(origin - 1),
                Fitted = string.Empty,
                Replicates = 8,
                Seed = 1,
            },
            new Dictionary<string, string> { [ForecastLedger.Forecasts] = string.Join('\n', [HubTable.Header, .. lines, string.Empty]) });
    }

    private static string Line(string model, int ahead, string type, string id, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{model},{First},{ahead},{Series},ALL,{type},{id},{value}");
}
