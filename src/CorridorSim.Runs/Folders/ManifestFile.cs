using System.Text.Json;

namespace CorridorSim.Runs.Folders;

/// <summary>Reads and writes manifests.</summary>
internal static class ManifestFile
{
    public static void Write(string folder, RunManifest manifest) =>
        File.WriteAllText(Path.Combine(folder, RunManifest.FileName), JsonSerializer.Serialize(manifest, ManifestJson.Default.RunManifest) + "\n");

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="RunStoreException">It is missing, is not valid, or names another run.</exception>
    public static RunManifest Read(string folder)
    {
        var path = Path.Combine(folder, RunManifest.FileName);
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllText(path), ManifestJson.Default.RunManifest)
                ?? throw new RunStoreException($"{path}: the manifest is empty; remove the folder and run again.");
            if (manifest.Id != Path.GetFileName(folder))
            {
                throw new RunStoreException($"{path}: the manifest names run '{manifest.Id}'; give the folder that name.");
            }

            return manifest.Files.Keys.FirstOrDefault(f => !StaysInside(f)) is { } stray
                ? throw new RunStoreException($"{path}: the manifest names the file '{stray}' outside the run; remove the folder and run again.")
                : manifest;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{path}: cannot read the manifest ({BrokenJson.Words(error)}); remove the folder and run again.", error);
        }
    }

    /// <summary>A manifest may come from elsewhere; it must not lead readers to files that are not of the run.</summary>
    private static bool StaysInside(string file) =>
        !Path.IsPathRooted(file) && !file.Split('/', '\\').Contains("..");
}
