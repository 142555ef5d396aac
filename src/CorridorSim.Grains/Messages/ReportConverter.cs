using System.Text.Json;
using CorridorSim.Model.Engine;
using Orleans;

namespace CorridorSim.Grains.Messages;

/// <summary>Turns reports into their form between processes and back.</summary>
[RegisterConverter]
public sealed class ReportConverter : IConverter<ParticipantReport, ReportSurrogate>
{
    /// <inheritdoc/>
    public ParticipantReport ConvertFromSurrogate(in ReportSurrogate surrogate)
    {
        var report = JsonSerializer.Deserialize<ParticipantReport>(surrogate.Rest) ?? throw new JsonException("A report is empty.");
        return report with { Values = surrogate.Values };
    }

    /// <inheritdoc/>
    public ReportSurrogate ConvertToSurrogate(in ParticipantReport value) => new()
    {
        Values = [.. value.Values],
        Rest = JsonSerializer.SerializeToUtf8Bytes(value with { Values = [] }),
    };
}
