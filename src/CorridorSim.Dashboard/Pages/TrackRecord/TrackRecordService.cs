using CorridorSim.Analysis;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Validation;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Runs.Caching;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Dashboard.Pages.TrackRecord;

/// <summary>A registered forecast and what came since.</summary>
/// <param name="Forecast">What identifies it.</param>
/// <param name="Hash">Hash of all its files.</param>
/// <param name="Table">Its months and quantiles.</param>
/// <param name="Observations">What was counted, before and since; null where its world has no record here.</param>
/// <param name="Months">Forecast months that were counted.</param>
public sealed record TrackRecord(
    RegisteredForecast Forecast, string Hash, IReadOnlyList<HubRow> Table, ObservationTable? Observations, IReadOnlyList<ScoredMonth> Months);

/// <summary>An entry of the ledger: a forecast, or why it is not to be trusted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Forecast">What identifies it; null when it was changed.</param>
/// <param name="Hash">Its hash; null when it was changed.</param>
/// <param name="Fault">What was changed, in words; null when every byte is as it was registered.</param>
public sealed record LedgerEntry(string Name, RegisteredForecast? Forecast, string? Hash, string? Fault);

/// <summary>The forecasts registered beside the scenarios, checked byte for byte each time, and scored by the record of their world.</summary>
public sealed class TrackRecordService(ScenarioCatalogue scenarios)
{
    private readonly ForecastLedger _ledger = new(Path.Combine(scenarios.Folder, ForecastLedger.Folder));

    /// <summary>All that were registered, the newest first; those that were changed come last.</summary>
    public IReadOnlyList<LedgerEntry> List() => [.. _ledger.Names.Select(Entry).OrderByDescending(e => e.Forecast?.RegisteredAt ?? DateTimeOffset.MinValue)];

    /// <summary>Opens a forecast and scores it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="observations">A table of observations as text; the record of its world when null.</param>
    /// <exception cref="StudyException">There is no such forecast, or it was changed after it was registered.</exception>
    /// <exception cref="InvalidScenarioException">The observations have mistakes.</exception>
    public TrackRecord Open(string name, string? observations = null)
    {
        var (forecast, hash) = Checked(name);
        var rows = Rows(name, hash);
        var table = observations is null ? Record(forecast.Scenario) : Parse(observations);
        return new TrackRecord(forecast, hash, rows, table, table is null ? [] : HubTable.Score(rows, table));
    }

    /// <summary>Identity, hash and table of a forecast, without what came since.</summary>
    /// <exception cref="StudyException">There is no such forecast, or it was changed after it was registered.</exception>
    public IReadOnlyList<HubRow> TableOf(string name) => Rows(name, Checked(name).Hash);

    private (RegisteredForecast Forecast, string Hash) Checked(string name)
    {
        try
        {
            return _ledger.Open(name);
        }
        catch (ChangedForecastException changed)
        {
            throw new StudyException(changed.Message, changed);
        }
    }

    // A hash covers every byte of a table: what was read once stays true.
    private IReadOnlyList<HubRow> Rows(string name, string hash) => Kept.ForecastTables.Get<IReadOnlyList<HubRow>>((this, hash), () => [.. HubTable.Rows(_ledger.TableOf(name))]);

    private LedgerEntry Entry(string name)
    {
        try
        {
            var (forecast, hash) = _ledger.Open(name);
            return new LedgerEntry(name, forecast, hash, null);
        }
        catch (ChangedForecastException changed)
        {
            return new LedgerEntry(name, null, null, changed.Message);
        }
    }

    /// <summary>The record of the world of a scenario; null when there is no such scenario here any more, or it has no record.</summary>
    private ObservationTable? Record(string scenario)
    {
        if (!scenarios.Has(scenario))
        {
            return null;
        }

        var path = Path.Combine(scenarios.Compile(scenario).World.Folder, ObservedRecord.FileName);
        return File.Exists(path) ? Read(path) : null;
    }

    private static ObservationTable Parse(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"corridorsim-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, text);
            return Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ObservationTable Read(string path)
    {
        var bag = new DiagnosticBag();
        return ObservationTable.Read(path, ObservedRecord.FileName, bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }
}
