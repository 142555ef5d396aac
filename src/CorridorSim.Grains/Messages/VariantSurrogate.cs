namespace CorridorSim.Grains.Messages;

/// <summary>A variant between processes.</summary>
[GenerateSerializer]
public struct VariantSurrogate
{
    /// <summary>The variant as JSON.</summary>
    [Id(0)]
    public byte[] Content { get; set; }
}
