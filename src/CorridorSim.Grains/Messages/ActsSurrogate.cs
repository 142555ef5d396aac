namespace CorridorSim.Grains.Messages;

/// <summary>What happened in a block, between processes.</summary>
[GenerateSerializer]
public struct ActsSurrogate
{
    /// <summary>Events and failures as JSON.</summary>
    [Id(0)]
    public byte[] Content { get; set; }
}
