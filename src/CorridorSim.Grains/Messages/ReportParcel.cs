using System.Text.Json;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>The report of a participant on its way to the clock.</summary>
/// <param name="Values">Values per series.</param>
/// <param name="Rest">Everything else, as JSON.</param>
[GenerateSerializer]
[Immutable]
public sealed record ReportParcel([property: Id(0)] double[][] Values, [property: Id(1)] byte[] Rest)
{
    /// <summary>Packs a report.</summary>
    public static ReportParcel Of(ParticipantReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportParcel([.. report.Values], JsonSerializer.SerializeToUtf8Bytes(report with { Values = [] }));
    }

    /// <summary>Unpacks the report.</summary>
    public ParticipantReport ToReport()
    {
        var report = JsonSerializer.Deserialize<ParticipantReport>(Rest) ?? throw new JsonException("A report is empty.");
        return report with { Values = Values };
    }
}
