using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Validation;

/// <summary>Simulates all lanes of an experiment.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task<ExperimentResult> SimulateExperiment(Experiment experiment, CancellationToken cancellationToken);
