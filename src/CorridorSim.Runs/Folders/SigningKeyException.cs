namespace CorridorSim.Runs.Folders;

/// <summary>A file that was given as a key is none, or the wrong one; the message is for the analyst.</summary>
public sealed class SigningKeyException(string message, Exception? inner = null) : Exception(message, inner);
