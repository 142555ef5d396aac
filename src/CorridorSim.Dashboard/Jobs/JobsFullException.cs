namespace CorridorSim.Dashboard.Jobs;

/// <summary>So many runs wait already that no more are taken.</summary>
public sealed class JobsFullException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JobsFullException(string message)
        : base(message)
    {
    }
}
