namespace CorridorSim.Fuzzing.Targets;

/// <summary>An input was refused without saying properly why.</summary>
public sealed class ImproperException(string message) : Exception(message);
