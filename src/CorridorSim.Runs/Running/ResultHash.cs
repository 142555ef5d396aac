using System.Buffers.Binary;
using System.Security.Cryptography;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>
/// The hash of a result: SHA-256 over the hashes of the lanes in order, each SHA-256 over its monthly values, series by
/// series in alphabetical order. It does not depend on how lanes were put into blocks.
/// </summary>
public static class ResultHash
{
    /// <summary>The hash, hexadecimal.</summary>
    public static string Of(IEnumerable<BlockResult> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        using var total = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in blocks.OrderBy(b => b.FirstLane))
        {
            var order = Enumerable.Range(0, block.Series.Count)
                .OrderBy(s => block.Series[s].Key.ToString(), StringComparer.Ordinal)
                .ToArray();
            for (var lane = 0; lane < block.Lanes; lane++)
            {
                total.AppendData(OfLane(block, order, lane));
            }
        }

        return Convert.ToHexStringLower(total.GetHashAndReset());
    }

    private static byte[] OfLane(BlockResult block, int[] order, int lane)
    {
        var months = order.Length == 0 ? 0 : block.Values[0].Length / block.Lanes;
        var bytes = new byte[order.Length * months * sizeof(double)];
        var offset = 0;
        foreach (var series in order)
        {
            for (var month = 0; month < months; month++, offset += sizeof(double))
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(offset), block.Values[series][(month * block.Lanes) + lane]);
            }
        }

        return SHA256.HashData(bytes);
    }
}
