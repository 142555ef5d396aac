using System.Text.Json.Serialization;

namespace CorridorSim.Runs.Folders;

/// <summary>How the geography of a run is written; made by the compiler, as for <see cref="ManifestJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Geography))]
internal sealed partial class GeographyJson : JsonSerializerContext;
