using System.Buffers.Binary;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>Pictures that pages save.</summary>
internal static class Picture
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Width and height of a PNG, pixels.</summary>
    public static async Task<(int Width, int Height)> SizeAsync(IDownload download)
    {
        await using var stream = await download.CreateReadStreamAsync();
        var header = new byte[24];
        await stream.ReadExactlyAsync(header);
        Assert.Equal(Png, header[..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20)));
    }
}
