using System.Text.Json;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Grains.Messages;

/// <summary>Turns variants into their form between processes and back.</summary>
[RegisterConverter]
public sealed class VariantConverter : IConverter<Variant, VariantSurrogate>
{
    /// <inheritdoc/>
    public Variant ConvertFromSurrogate(in VariantSurrogate surrogate) =>
        JsonSerializer.Deserialize<Variant>(surrogate.Content, Exact.Numbers) ?? throw new JsonException("A variant is empty.");

    /// <inheritdoc/>
    public VariantSurrogate ConvertToSurrogate(in Variant value) => new() { Content = JsonSerializer.SerializeToUtf8Bytes(value, Exact.Numbers) };
}
