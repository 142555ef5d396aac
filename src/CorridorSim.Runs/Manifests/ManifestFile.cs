using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>Reads and writes manifests.</summary>
internal static class ManifestFile
{
    public static void Write(string folder, RunManifest manifest) =>
        File.WriteAllText(Path.Combine(folder, RunManifest.FileName), ManifestSeal.Seal(JsonSerializer.Serialize(manifest, ManifestJson.Default.RunManifest) + "\n"));

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="RunStoreException">It is missing, is not valid, was altered, or names another run.</exception>
    public static RunManifest Read(string folder) => Read(folder, demandsSeal: true);

    /// <summary>Reads the manifest of a folder whether or not its seal holds: what it claims is to be proven.</summary>
    /// <exception cref="RunStoreException">It is missing, is not valid, or names another run.</exception>
    public static RunManifest ReadClaims(string folder) => Read(folder, demandsSeal: false);

    private static RunManifest Read(string folder, bool demandsSeal) => new SealedManifest("run again").Read(
        folder,
        demandsSeal,
        text => JsonSerializer.Deserialize(text, ManifestJson.Default.RunManifest),
        manifest => manifest is null ? "the manifest is empty; remove the folder and run again."
            : manifest.Id != Path.GetFileName(folder) ? $"the manifest names run '{manifest.Id}'; give the folder that name."
            : null,
        ManifestLimits.Problem);
}

/// <summary>How manifests of runs are written; made by the compiler, since a run would spend a while on finding it out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RunManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
