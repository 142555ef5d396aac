namespace CorridorSim.Scenarios.Sweeps;

/// <summary>Who decides about a factor.</summary>
public enum FactorKind
{
    /// <summary>Governments choose it.</summary>
    Lever,

    /// <summary>Nobody knows it.</summary>
    Uncertainty,
}
