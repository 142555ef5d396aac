using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Register;
using CorridorSim.Cli.Verbs.Score;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

[assembly: Verb<ScoreVerb>(190)]

namespace CorridorSim.Cli.Verbs.Score;

/// <summary>Scores a registered forecast by the months that came since.</summary>
internal sealed class ScoreVerb : IVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "name of a registered forecast" };
    private static readonly Option<string> Observations = new("--observations") { Description = "table with the columns series, nationality, month, value", Required = true };
    private static readonly Option<string> Forecasts = new("--forecasts") { Description = "folder of registered forecasts", DefaultValueFactory = _ => Path.Combine("scenarios", ForecastLedger.Folder) };
    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON document" };

    public static Command Create()
    {
        var verb = new Command(
            "score", "score a locked forecast against the data that came since: corridorsim score my-forecast --observations scenarios/worlds/americas/observations.csv")
        {
            Name, Observations, Forecasts, Json,
        };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => RunAsync(parsed)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var ledger = new ForecastLedger(parsed.GetValue(Forecasts)!);
        RegisteredForecast forecast;
        string hash;
        try
        {
            (forecast, hash) = ledger.Open(parsed.GetValue(Name)!);
        }
        catch (ChangedForecastException changed)
        {
            await Console.Error.WriteLineAsync(changed.Message);
            return ExitCodes.VerificationDiffers;
        }

        var bag = new DiagnosticBag();
        var table = ObservationTable.Read(parsed.GetValue(Observations)!, parsed.GetValue(Observations)!, bag);
        var months = table is null ? [] : HubTable.Score(HubTable.Rows(ledger.TableOf(forecast.Name)), table);
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        await (parsed.GetValue(Json) ? WriteJsonAsync(forecast, hash, months) : WriteTextAsync(forecast, hash, months, ledger));
        return months.Count == 0 ? ExitCodes.NothingUsable : ExitCodes.Done;
    }

    private static async Task WriteTextAsync(RegisteredForecast forecast, string hash, IReadOnlyList<ScoredMonth> months, ForecastLedger ledger)
    {
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"{forecast.Name}: {forecast.Scenario}, {forecast.From} to {forecast.Until}, registered {forecast.RegisteredAt:yyyy-MM-dd HH:mm} UTC; unchanged, hash {hash}"));
        if (months.Count == 0)
        {
            await Console.Out.WriteLineAsync("No month of it is in the observations yet.");
            return;
        }

        await Console.Out.WriteLineAsync($"Scored to {CalendarMonth.Format(months.Max(m => m.Origin + m.Ahead - 1))}; errors of log(1 + flow)");
        HorizonTable.Write("By months ahead", HorizonScore.ByHorizon(months).Select(s => (string.Empty, s)), WorldWords.OfText(File.ReadAllText(Path.Combine(ledger.FolderOf(forecast.Name), ForecastLedger.Scenario))));
    }

    private static async Task WriteJsonAsync(RegisteredForecast forecast, string hash, IReadOnlyList<ScoredMonth> months) => await JsonOutput.WriteAsync(new
    {
        Forecast = forecast,
        Hash = hash,
        Horizons = HorizonScore.ByHorizon(months).Select(HorizonTable.Json),
        Months = months.Select(m => new
        {
            m.Name.Series,
            m.Name.Nationality,
            Month = CalendarMonth.Format(m.Origin + m.Ahead - 1),
            m.Ahead,
            m.Observed,
            Forecasts = m.Values.ToDictionary(v => HubTable.ModelOf(v.Key), v => v.Value),
            m.Crps,
            m.Wis,
            Within50 = m.Within(0.5),
            Within90 = m.Within(0.9),
        }),
    });
}
