namespace CorridorSim.Dashboard.WhatIf;

/// <summary>Who decides about a quantity.</summary>
public enum KnobKind
{
    /// <summary>Governments: the size of a provision or measure.</summary>
    Policy,

    /// <summary>Nobody: how the world is assumed to behave.</summary>
    World,
}
