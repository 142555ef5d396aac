namespace CorridorSim.Model.Randomness;

/// <summary>What a random draw is for; part of its address.</summary>
public enum DrawPurpose
{
    /// <summary>The value of an uncertain input.</summary>
    Input = 1,

    /// <summary>The monthly innovation of a push shock.</summary>
    PushShock = 2,

    /// <summary>The row of a joint sample.</summary>
    SampleRow = 3,
}
