namespace CorridorSim.Analysis.Sensitivity;

/// <summary>How importance is worked out.</summary>
public enum SensitivityMethod
{
    /// <summary>Elementary effects, from a Morris design.</summary>
    Morris,

    /// <summary>Variance shares, from a Saltelli design.</summary>
    Sobol,

    /// <summary>Shifts of the distribution, from any sample.</summary>
    Pawn,
}
