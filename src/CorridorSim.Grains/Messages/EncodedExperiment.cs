using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>An experiment as bytes that any process can read, with a key that is the same for the same content.</summary>
/// <param name="Key">SHA-256 of the content, hexadecimal.</param>
/// <param name="Content">The experiment as JSON; numbers survive to the last bit.</param>
[GenerateSerializer]
[Immutable]
public sealed record EncodedExperiment([property: Id(0)] string Key, [property: Id(1)] byte[] Content)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Encodes an experiment.</summary>
    public static EncodedExperiment Of(Experiment experiment)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(experiment, Options);
        return new EncodedExperiment(Convert.ToHexStringLower(SHA256.HashData(content)), content);
    }

    /// <summary>Decodes the experiment.</summary>
    /// <exception cref="JsonException">The content is not an experiment.</exception>
    public Experiment Decode() =>
        JsonSerializer.Deserialize<Experiment>(Content, Options) ?? throw new JsonException("The experiment is empty.");
}
