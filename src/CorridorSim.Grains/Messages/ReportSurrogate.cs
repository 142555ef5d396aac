using Orleans;

namespace CorridorSim.Grains.Messages;

/// <summary>A report between processes.</summary>
[GenerateSerializer]
public struct ReportSurrogate
{
    /// <summary>Values per series.</summary>
    [Id(0)]
    public double[][] Values { get; set; }

    /// <summary>Everything else, as JSON.</summary>
    [Id(1)]
    public byte[] Rest { get; set; }
}
