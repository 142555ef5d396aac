using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>Names of the world that an ensemble was simulated in.</summary>
internal static class WorldWords
{
    /// <summary>The names; null when a stored run's world is not found any more.</summary>
    public static PlaceWords? Of(IEnsemble ensemble) => ensemble switch
    {
        ResultEnsemble result => new PlaceWords(result.World),
        StoredEnsemble stored => CompiledScenario.OfRun(stored.Run.ReadScenario(), Directory.GetCurrentDirectory(), new DiagnosticBag())?.Experiment.World is { } world ? new PlaceWords(world) : null,
        _ => null,
    };
}
