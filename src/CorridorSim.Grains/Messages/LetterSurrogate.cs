namespace CorridorSim.Grains.Messages;

/// <summary>A letter between processes: its numbers as one block of bytes.</summary>
[GenerateSerializer]
public struct LetterSurrogate
{
    /// <summary>Index of the wire.</summary>
    [Id(0)]
    public int Wire { get; set; }

    /// <summary>Number of rows.</summary>
    [Id(1)]
    public int Rows { get; set; }

    /// <summary>Number of lanes.</summary>
    [Id(2)]
    public int Lanes { get; set; }

    /// <summary>The values in octet order.</summary>
    [Id(3)]
    public byte[] Values { get; set; }
}
