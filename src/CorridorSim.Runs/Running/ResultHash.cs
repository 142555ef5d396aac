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
        using var own = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var block in blocks.OrderBy(b => b.FirstLane))
        {
            var order = Enumerable.Range(0, block.Series.Count)
                .OrderBy(s => block.Series[s].Key.ToString(), StringComparer.Ordinal)
                .ToArray();
            var bytes = new byte[block.Values.Count == 0 ? 0 : block.Values[0].Length / block.Lanes * sizeof(double)];
            for (var lane = 0; lane < block.Lanes; lane++)
            {
                foreach (var series in order)
                {
                    Encode(block.Values[series].AsSpan(lane), block.Lanes, bytes);
                    own.AppendData(bytes);
                }

                _ = own.GetHashAndReset(hash);
                total.AppendData(hash);
            }
        }

        return Convert.ToHexStringLower(total.GetHashAndReset());
    }

    /// <summary>What is not a number has many encodings, and which of them arises depends on the processor; here it has one.</summary>
    public static double Canonical(double value) => double.IsNaN(value) ? double.NaN : value;

    /// <summary>The values of one lane, which lie a number of lanes apart.</summary>
    private static void Encode(ReadOnlySpan<double> values, int lanes, Span<byte> bytes)
    {
        for (var month = 0; month * sizeof(double) < bytes.Length; month++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[(month * sizeof(double))..], Canonical(values[month * lanes]));
        }
    }
}

/// <summary>The build of the model, with which numbers are compared.</summary>
public static class ModelBuild
{
    /// <summary>Its identifier: it changes when the code of the model does.</summary>
    public static string Id { get; } = typeof(BlockPlan).Module.ModuleVersionId.ToString("N");
}
