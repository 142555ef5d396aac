namespace CorridorSim.Grains.Messages;

/// <summary>An experiment between processes.</summary>
[GenerateSerializer]
public struct ExperimentSurrogate
{
    /// <summary>The experiment as JSON.</summary>
    [Id(0)]
    public byte[] Content { get; set; }
}
