using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>Reads and writes the geography of a run.</summary>
internal static class GeographyFile
{
    public static void Write(string path, Geography geography) => File.WriteAllText(path, JsonSerializer.Serialize(geography, GeographyJson.Default.Geography) + "\n");

    /// <summary>Reads it.</summary>
    /// <exception cref="RunStoreException">It is missing or not valid.</exception>
    public static Geography Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), GeographyJson.Default.Geography) is { } geography && IsSound(geography)
                ? geography
                : throw new RunStoreException($"{path}: an entry is empty or a country does not lie on the earth; run the scenario again.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{path}: cannot read where the countries lie ({BrokenJson.Words(error)}); run the scenario again.", error);
        }
    }

    // A list in a file may hold null, which the serializer lets pass.
    private static bool IsSound(Geography geography) =>
        geography.Countries.All(c => c is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 })
        && geography.Nationalities.All(n => n is not null)
        && geography.Channels.All(c => c is not null && c.OpenTo.All(o => o is not null))
        && geography.Routes.All(r => r is { Countries.Count: > 0 } && r.Countries.All(c => c is not null));
}

/// <summary>How the geography of a run is written; made by the compiler, as for <see cref="ManifestJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Geography))]
internal sealed partial class GeographyJson : JsonSerializerContext;
