using System.Security.Cryptography;

namespace CorridorSim.Runs.Folders;

/// <summary>Checksums of the files of a run folder.</summary>
internal static class FileChecksums
{
    /// <summary>SHA-256 of every file but the manifest, by relative path with forward slashes.</summary>
    public static SortedDictionary<string, string> Of(string folder)
    {
        var checksums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name != RunManifest.FileName)
            {
                using var file = File.OpenRead(path);
                checksums.Add(name, Convert.ToHexStringLower(SHA256.HashData(file)));
            }
        }

        return checksums;
    }
}
