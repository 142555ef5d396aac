using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>Reads and writes the manifests of sweeps.</summary>
internal static class SweepManifestFile
{
    /// <summary>Name of the file that makes the folder of a run the folder of a sweep.</summary>
    public const string SweepFile = "sweep.yaml";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
    };

    /// <summary>A manifest as a tree of JSON, without a seal.</summary>
    public static JsonNode? ToNode(SweepManifest manifest) => JsonSerializer.SerializeToNode(manifest, Options);

    /// <summary>Whether a folder of a run store holds a sweep.</summary>
    public static bool IsSweep(string folder) => File.Exists(Path.Combine(folder, SweepFile));

    /// <summary>Writes a manifest: a reader sees the old or the new one.</summary>
    public static void Write(string folder, SweepManifest manifest) =>
        DurableFile.WriteOwn(Path.Combine(folder, RunManifest.FileName), ManifestSeal.Seal(JsonSerializer.Serialize(manifest, Options) + "\n"));

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="RunStoreException">It is missing, is not valid, was altered, or names another sweep.</exception>
    public static SweepManifest Read(string folder) => Read(folder, demandsSeal: true);

    /// <summary>Reads the manifest of a folder whether or not its seal holds: what it claims is to be proven.</summary>
    /// <exception cref="RunStoreException">It is missing, is not valid, or names another sweep.</exception>
    public static SweepManifest ReadClaims(string folder) => Read(folder, demandsSeal: false);

    private static SweepManifest Read(string folder, bool demandsSeal) => new SealedManifest("run the sweep again").Read(
        folder,
        demandsSeal,
        text => JsonSerializer.Deserialize<SweepManifest>(text, Options),
        manifest => manifest?.Id == Path.GetFileName(folder) && manifest.Kind == SweepManifest.SweepKind
            ? null
            : "it is not the manifest of this sweep; remove the folder and run the sweep again.",
        ManifestLimits.Problem);
}
