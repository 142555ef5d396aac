namespace CorridorSim.Analysis.Effects;

/// <summary>An indicator that is misspelt, or that a run has not recorded; the message says what there is instead.</summary>
/// <param name="message">One line: what is wrong and the remedy.</param>
public sealed class UnknownIndicatorException(string message) : Exception(message);
