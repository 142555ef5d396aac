namespace CorridorSim.Runs.Folders;

/// <summary>No run, or more than one, answers to a reference.</summary>
public sealed class RunNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RunNotFoundException(string message)
        : base(message)
    {
    }
}
