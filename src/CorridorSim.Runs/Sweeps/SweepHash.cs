using System.Buffers.Binary;
using System.Security.Cryptography;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Sweeps;

/// <summary>
/// The hash of a finished sweep: SHA-256 over the hashes of its lanes in order, each over its figures in order of column. It does
/// not depend on blocks, on interruptions, or on blocks that were reused.
/// </summary>
internal static class SweepHash
{
    /// <summary>Reads the blocks of a folder one by one.</summary>
    public static string Of(string folder, SweepManifest manifest)
    {
        using var total = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var connection = Sql.Open();
        var bytes = new byte[manifest.Columns.Count * sizeof(double)];
        for (var block = 0; block < manifest.Blocks; block++)
        {
            var lanes = (int)Math.Min(manifest.BlockSize, manifest.Lanes - ((long)block * manifest.BlockSize));
            foreach (var figures in BlockFile.Read(connection, Path.Combine(folder, SweepJournal.FileOf(block)), lanes, manifest.Columns.Count))
            {
                for (var column = 0; column < figures.Length; column++)
                {
                    BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(column * sizeof(double)), ResultHash.Canonical(figures[column]));
                }

                total.AppendData(SHA256.HashData(bytes));
            }
        }

        return Convert.ToHexStringLower(total.GetHashAndReset());
    }
}
