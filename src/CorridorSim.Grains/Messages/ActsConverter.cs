using System.Text.Json;

namespace CorridorSim.Grains.Messages;

/// <summary>Turns what happened in a block into its form between processes and back.</summary>
[RegisterConverter]
public sealed class ActsConverter : IConverter<BlockActs, ActsSurrogate>
{
    /// <inheritdoc/>
    public BlockActs ConvertFromSurrogate(in ActsSurrogate surrogate) =>
        JsonSerializer.Deserialize<BlockActs>(surrogate.Content) ?? throw new JsonException("The acts of a block are missing.");

    /// <inheritdoc/>
    public ActsSurrogate ConvertToSurrogate(in BlockActs value) => new() { Content = JsonSerializer.SerializeToUtf8Bytes(value) };
}
