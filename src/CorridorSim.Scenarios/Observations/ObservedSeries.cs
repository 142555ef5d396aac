using CorridorSim.Model.Recording;

namespace CorridorSim.Scenarios.Observations;

/// <summary>What in the model corresponds to an observed series: the sum of these.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Keys">Series of the model that are added, at least one.</param>
/// <param name="Error">Standard deviation of log(1 + flow) within which model and count are expected to agree.</param>
/// <param name="SetsState">True when observations of it before an origin set the state from which a forecast starts.</param>
/// <param name="ModelShare">Share of the model's change that a forecast takes, 0 to 1; null for that of all series.</param>
public sealed record ObservedSeries(ObservedName Name, IReadOnlyList<SeriesKey> Keys, double Error, bool SetsState = true, double? ModelShare = null);
