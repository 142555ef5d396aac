using CorridorSim.Analysis.Reports;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Reports;

/// <summary>A short run of the shipped arrangement under a hostile title, kept in a store of its own, and its report.</summary>
public sealed class ReportedRun : IAsyncLifetime
{
    public const string HostileTitle = "</title><script>alert('a\"b')</script><img src=https://example.org/x.png>";

    private readonly RunStore _store = new(Directory.CreateTempSubdirectory("corridorsim-report-").FullName);

    public StoredRun Run { get; private set; } = null!;

    public ReportedVariant Variant { get; private set; } = null!;

    public string Page { get; private set; } = string.Empty;

    /// <summary>Rows of the exported CSV as variable, channel or leg, nationality, month, variant, replicate, value.</summary>
    public IReadOnlyList<(string Variable, string Where, string Nationality, string Month, string Variant, int Replicate, double Value)> Csv { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Run = await KeepAsync("20220419", $"title={HostileTitle}");
        Variant = ReportedVariant.Open(_store, Run.Manifest.Id, Repository.Scenarios);
        Page = RunReportPage.Write(ReportQuestion.Of([Variant], $"corridorsim report {Run.Manifest.Id} --out report.html"));
        var csv = Path.Combine(_store.Folder, "series.csv");
        RunExport.Write(Run, ExportFormat.Csv, csv);
        Csv = Read(csv);
    }

    /// <summary>Runs the arrangement and keeps the run.</summary>
    public async Task<StoredRun> KeepAsync(string seed, params string[] settings)
    {
        var bag = new DiagnosticBag();
        string[] all = ["horizon.to=2023-03", "ensemble.replicates=8", $"ensemble.seed={seed}", .. settings];
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), all, bag)
            ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
        var result = await new Runner(new LoopEngine()).RunAsync(compiled.Experiment, new RunnerOptions { BlockSize = 16 });
        return new RunWriter(_store).Write(result, new RunDescription(compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, "1.0"));
    }

    /// <summary>Opens a run of the store.</summary>
    public ReportedVariant Open(string reference, string? scenarios = null) => ReportedVariant.Open(_store, reference, scenarios ?? Repository.Scenarios);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_store.Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static List<(string Variable, string Where, string Nationality, string Month, string Variant, int Replicate, double Value)> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        return
        [
            .. lines.Skip(1).Select(l => l.Split(',')).Select(c => (
                c[columns["variable"]],
                c[columns["channel"]] + c[columns["leg"]] + c[columns["place"]],
                c[columns["nationality"]],
                c[columns["month"]],
                c[columns["variant"]],
                int.Parse(c[columns["replicate"]], System.Globalization.CultureInfo.InvariantCulture),
                c[columns["value"]] is { Length: > 0 } value ? double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : double.NaN)),
        ];
    }
}
