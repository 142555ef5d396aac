using System.Runtime.InteropServices;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Grains.Messages;

/// <summary>Turns letters into their form between processes and back.</summary>
[RegisterConverter]
public sealed class LetterConverter : IConverter<Letter, LetterSurrogate>
{
    /// <inheritdoc/>
    public Letter ConvertFromSurrogate(in LetterSurrogate surrogate)
    {
        var values = MemoryMarshal.Cast<byte, double>(surrogate.Values).ToArray();
        return new Letter(surrogate.Wire, new LaneTable(surrogate.Rows, surrogate.Lanes, values));
    }

    /// <inheritdoc/>
    public LetterSurrogate ConvertToSurrogate(in Letter value) => new()
    {
        Wire = value.Wire,
        Rows = value.Rows.Rows,
        Lanes = value.Rows.Lanes,
        Values = MemoryMarshal.AsBytes(value.Rows.Values).ToArray(),
    };
}
