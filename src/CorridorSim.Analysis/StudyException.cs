namespace CorridorSim.Analysis;

/// <summary>A question that cannot be answered as it is asked; the message says why and what to do.</summary>
/// <param name="message">One line: cause and remedy.</param>
public sealed class StudyException(string message) : Exception(message);
