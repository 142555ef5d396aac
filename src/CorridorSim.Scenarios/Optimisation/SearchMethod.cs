namespace CorridorSim.Scenarios.Optimisation;

/// <summary>How settings are searched.</summary>
public enum SearchMethod
{
    /// <summary>Covariance matrix adaptation: one goal.</summary>
    CmaEs,

    /// <summary>Non-dominated sorting: two or three goals.</summary>
    NsgaII,

    /// <summary>Every combination of settings.</summary>
    Enumerate,
}
