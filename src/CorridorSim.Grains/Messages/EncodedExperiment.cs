using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Grains.Messages;

/// <summary>
/// An experiment without its variants as bytes that any process can read, with a key that is the same for the same content.
/// The variants of a block travel with its order.
/// </summary>
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

    /// <summary>The compiled experiment, in the process that made it; it does not travel, and is compiled again elsewhere.</summary>
    [field: NonSerialized]
    public BlockPlan? Plan { get; init; }

    /// <summary>Encodes a compiled experiment.</summary>
    public static EncodedExperiment Of(BlockPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan.Experiment) with { Plan = plan };
    }

    /// <summary>Encodes an experiment.</summary>
    public static EncodedExperiment Of(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var content = JsonSerializer.SerializeToUtf8Bytes(experiment with { Variants = [], FirstVariant = 0 }, Options);
        return new EncodedExperiment(Convert.ToHexStringLower(SHA256.HashData(content)), content);
    }

    /// <summary>Encodes variants.</summary>
    public static byte[] EncodeVariants(IReadOnlyList<Variant> variants) => JsonSerializer.SerializeToUtf8Bytes(variants, Options);

    /// <summary>Decodes variants.</summary>
    /// <exception cref="JsonException">The content is not a list of variants.</exception>
    public static IReadOnlyList<Variant> DecodeVariants(byte[] content) =>
        JsonSerializer.Deserialize<Variant[]>(content, Options) ?? throw new JsonException("The variants are missing.");

    /// <summary>Decodes the experiment; it has no variants.</summary>
    /// <exception cref="JsonException">The content is not an experiment.</exception>
    public Experiment Decode() =>
        JsonSerializer.Deserialize<Experiment>(Content, Options) ?? throw new JsonException("The experiment is empty.");
}
