using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Cli.Verbs.Run;

/// <summary>The record beside what was simulated, for runs that cover months that were counted.</summary>
/// <param name="record">The record of the world, or null when it has none.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="parent">What it is compared with, or null.</param>
/// <param name="places">Names of the world.</param>
internal sealed class RecordTable(ObservedRecord? record, IEnsemble scenario, IEnsemble? parent, PlaceWords places)
{
    /// <summary>The table with all nationalities together, or an empty text when nothing was counted in the months of the run.</summary>
    public string Render()
    {
        var rows = Rows(scenario).Where(r => r.Series.Name.Nationality == SeriesKey.All).ToArray();
        var others = parent is null ? null : Rows(parent).ToDictionary(r => r.Series.Name);
        if (rows.Length == 0)
        {
            return string.Empty;
        }

        var table = new TextTable(
        [
            new TextColumn(string.Empty, IsRight: false),
            new TextColumn("months", IsRight: false),
            new TextColumn("recorded"),
            new TextColumn("simulated"),
            new TextColumn("90% interval"),
            .. others is null ? Array.Empty<TextColumn>() : [new TextColumn("baseline"), new TextColumn("90% interval", MayGo: true)],
        ]);
        table.Heading($"Recorded and simulated, totals over the months with data{(rows.Any(r => r.Series.IsLevel) ? "; levels: last month" : string.Empty)}");
        foreach (var row in rows)
        {
            table.Row([Label(row.Series), row.Period.ToString().Replace("..", " to ", StringComparison.Ordinal), Figures.Level(row.Observed, row.Unit), .. Cells(row.Simulated, row.Unit), .. others is null ? [] : Cells(others[row.Series.Name].Simulated, row.Unit)]);
        }

        return table.Render(Screen.Width);
    }

    /// <summary>The same of every recorded series as objects to print as JSON.</summary>
    public IEnumerable<object> ToJson()
    {
        var others = parent is null ? [] : Rows(parent).ToDictionary(r => r.Series.Name);
        return Rows(scenario).Select(r => new
        {
            r.Series.Name.Series,
            r.Series.Name.Nationality,
            Period = r.Period.ToString(),
            r.Months,
            r.Unit,
            Record = r.Observed,
            Source = record!.Table.Source(r.Series.Name),
            Simulated = Json(r.Simulated),
            Baseline = others.TryGetValue(r.Series.Name, out var other) ? Json(other.Simulated) : null,
        });
    }

    private IReadOnlyList<RecordComparison> Rows(IEnsemble ensemble) => record is null ? [] : RecordComparison.Of(ensemble, record);

    private string Label(ObservedSeries series)
    {
        var key = series.Keys[0];
        return key.Variable is Indicators.EncountersBetweenPorts or Indicators.EncountersAtPorts
            ? places.Label(new HeadlineIndicator(series.Name.Series, new IndicatorName(key.Variable, key.Where)))
            : places.Counted(series.Name.Series);
    }

    private static string[] Cells(Band band, string unit) => [Figures.Level(band.Median, unit), Figures.Interval(band.Lower, band.Upper, unit)];

    private static object Json(Band band) => new { band.Median, P05 = band.Lower, P95 = band.Upper };
}
