using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>Names of the world that an ensemble or a sweep was simulated in.</summary>
internal static class WorldWords
{
    /// <summary>Folders in which the scenarios and worlds of a stored run or sweep are looked for.</summary>
    public static string[] Roots { get; } = [.. new[] { "scenarios", ".", ShippedFiles.Scenarios }.OfType<string>().Where(Directory.Exists)];

    /// <summary>The names; null when a stored run's world is not found any more.</summary>
    public static PlaceWords? Of(IEnsemble ensemble) => ensemble switch
    {
        ResultEnsemble result => new PlaceWords(result.World),
        StoredEnsemble stored => OfText(stored.Run.ReadScenario()),
        _ => null,
    };

    /// <summary>The same of a stored sweep.</summary>
    public static PlaceWords? Of(StoredSweep sweep) => OfText(File.ReadAllText(sweep.Checked(StoredSweep.ScenarioFile)));

    /// <summary>The same of the text of a scenario that was kept.</summary>
    public static PlaceWords? OfText(string scenario) =>
        Roots.Select(r => CompiledScenario.OfRun(scenario, r, new DiagnosticBag())).FirstOrDefault(c => c is not null) is { } compiled ? new PlaceWords(compiled.Experiment.World) : null;
}
