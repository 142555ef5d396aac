using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli.Reports;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Cli.Verbs.Sweep;

/// <summary>What a finished sweep says.</summary>
internal sealed class SweepReport(StoredSweep sweep)
{
    private const int MostFailures = 10;
    private const int MostShownFactors = 2;

    private readonly SweepManifest _manifest = sweep.Manifest;
    private readonly SweepTable _table = SweepTable.Read(sweep);

    public Task WriteAsync(bool json) => json ? WriteJsonAsync() : WriteTextAsync();

    /// <summary>Prints a stored sweep; of an unfinished one how far it is.</summary>
    public static Task ShowAsync(StoredSweep sweep, bool json)
    {
        if (sweep.Manifest.IsFinished)
        {
            return new SweepReport(sweep).WriteAsync(json);
        }

        return json
            ? JsonOutput.WriteAsync(new { sweep.Folder, sweep.Manifest, sweep.Manifest.BlocksDone })
            : Console.Out.WriteLineAsync(
                $"{sweep.Manifest.Id}: {sweep.Manifest.Status}, {sweep.Manifest.BlocksDone} of {sweep.Manifest.Blocks} blocks of {sweep.Manifest.Title}{(sweep.Manifest.CanBeResumed ? "; continue it with 'sweep FILE --resume'" : string.Empty)}");
    }

    private Task WriteJsonAsync() => JsonOutput.WriteAsync(new
    {
        RunId = _manifest.Id,
        sweep.Folder,
        _manifest.Sweep,
        _manifest.Scenario,
        _manifest.ScenarioHash,
        _manifest.Status,
        _manifest.ResultHash,
        _manifest.Variants,
        _manifest.Replicates,
        _manifest.Lanes,
        _manifest.Blocks,
        _manifest.BlocksReused,
        _manifest.ElapsedSeconds,
        Figures = Whole().Select(c =>
        {
            var band = Quantiles.Interval(_table.Lanes(c));
            var (least, most) = Ends(c);
            return new
            {
                _table.Columns[c].Indicator,
                _table.Columns[c].Name,
                _table.Columns[c].Unit,
                _table.Columns[c].Period,
                band.Median,
                P05 = band.Lower,
                P95 = band.Upper,
                Defined = _table.Lanes(c).Length,
                Least = End(c, least),
                Most = End(c, most),
            };
        }),
        Failures = _manifest.Failures.Select(f => new { f.Lane, f.Variant, f.Replicate, Settings = f.Settings.ToDictionary(s => s.Key, Raw), f.Where, f.Tick, f.Reason, f.IsLost }),
    });

    private async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync(_manifest.Title);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Points: {_manifest.Variants:#,0}, simulations of each: {_manifest.Replicates:#,0}. Blocks: {_manifest.Blocks:#,0}, reused from other sweeps: {_manifest.BlocksReused:#,0}. {_manifest.ElapsedSeconds:0} s"));
        var places = WorldWords.Of(sweep);
        string Named(int column) => _table.Columns[column] is var c && places is not null ? places.Measured(IndicatorName.Parse(c.Name), c.Indicator) : c.Indicator;
        var showsPlaces = _table.Factors.Count <= MostShownFactors;
        string[] headings = showsPlaces
            ? ["indicator", "unit", ">median of all simulations", ">90% interval", ">least mean of a point", "at", ">greatest mean", "at"]
            : ["indicator", "unit", ">median of all simulations", ">90% interval", ">least mean of a point", ">greatest mean"];
        var table = new TerminalTable(headings);
        foreach (var c in Whole())
        {
            var band = Quantiles.Interval(_table.Lanes(c));
            var (least, most) = Ends(c);
            var unit = _table.Columns[c].Unit;
            string[] figures = [Named(c), unit, Figures.Level(band.Median, unit), Figures.Interval(band.Lower, band.Upper, unit)];
            table.Add(showsPlaces
                ? [.. figures, Figures.Level(Mean(c, least), unit), Setting(least), Figures.Level(Mean(c, most), unit), Setting(most)]
                : [.. figures, Figures.Level(Mean(c, least), unit), Figures.Level(Mean(c, most), unit)]);
        }

        table.Write();
        foreach (var gap in Whole().Select(c => (Name: Named(c), Gap: _table.Gap(c))).Where(g => g.Gap.Length > 0))
        {
            await Console.Out.WriteLineAsync($"{gap.Name}: {gap.Gap}");
        }

        foreach (var failure in _manifest.Failures.Take(MostFailures))
        {
            var settings = string.Join(", ", failure.Settings.Select(s => $"{s.Key} = {Raw(s)}"));
            await Console.Error.WriteLineAsync(
                $"failed: point {failure.Variant}, simulation {failure.Replicate} ({settings}) in {failure.Where} at tick {failure.Tick}: {failure.Reason}");
        }

        if (_manifest.Failures.Count > MostFailures)
        {
            await Console.Error.WriteLineAsync($"failed: {_manifest.Failures.Count - MostFailures} simulations more; the manifest lists all");
        }

        await Console.Out.WriteLineAsync($"sweep   {_manifest.Id}");
        await Console.Out.WriteLineAsync($"folder  {Path.GetRelativePath(Directory.GetCurrentDirectory(), sweep.Folder)}");
        await Console.Out.WriteLineAsync($"result  {_manifest.ResultHash}");
    }

    private IEnumerable<int> Whole() => Enumerable.Range(0, _table.Columns.Count).Where(c => _table.Columns[c].Period == _table.WholePeriod);

    private (int Least, int Most) Ends(int column)
    {
        var means = _table.Means(column);
        int[] order = [.. Enumerable.Range(0, means.Length).Where(p => !double.IsNaN(means[p])).OrderBy(p => means[p])];
        return order.Length == 0 ? (-1, -1) : (order[0], order[^1]);
    }

    private double Mean(int column, int point) => point < 0 ? double.NaN : _table.Means(column)[point];

    private object? End(int column, int point) => point < 0 ? null : new
    {
        Variant = point,
        Mean = Mean(column, point),
        Settings = _table.Factors.Select((f, i) => (f.Id, Value: f.Raw(_table.Points[point, i]))).ToDictionary(s => s.Id, s => s.Value),
    };

    private object Raw(KeyValuePair<string, double> setting) => _table.Factors.FirstOrDefault(f => f.Id == setting.Key)?.Raw(setting.Value) ?? setting.Value;

    private string Setting(int point) => point < 0
        ? "-"
        : string.Join(", ", _table.Factors.Select((f, i) => $"{f.Id} {f.Format(_table.Points[point, i])}"));
}
