namespace CorridorSim.Model.Inputs;

/// <summary>What stands behind a figure.</summary>
public enum InputBasis
{
    /// <summary>Read from a published source.</summary>
    Published,

    /// <summary>Estimated from observations by calibration.</summary>
    Fitted,

    /// <summary>Assumed; the range says how far it may be off.</summary>
    Assumed,

    /// <summary>A figure from a source that still has to be verified.</summary>
    ToBeVerified,
}
