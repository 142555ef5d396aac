namespace CorridorSim.Dashboard.Scenarios;

/// <summary>No scenario has the name that was asked for.</summary>
public sealed class ScenarioNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ScenarioNotFoundException(string message)
        : base(message)
    {
    }
}
