using System.Security.Cryptography;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>Checksums of the files of a folder.</summary>
internal static class FileChecksums
{
    /// <summary>SHA-256 of every file but the manifest and its signature, by relative path with forward slashes.</summary>
    public static SortedDictionary<string, string> Of(string folder)
    {
        var checksums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name is not (RunManifest.FileName or ManifestSignature.FileName))
            {
                checksums.Add(name, Of(new FileInfo(path)));
            }
        }

        return checksums;
    }

    /// <summary>SHA-256 of one file.</summary>
    /// <exception cref="RunStoreException">It may not be read.</exception>
    public static string Of(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new RunStoreException($"{file.FullName}: may not be read; mend its rights.", error);
        }
    }
}
