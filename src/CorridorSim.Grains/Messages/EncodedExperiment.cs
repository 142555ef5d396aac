using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Grains.Messages;

/// <summary>
/// An experiment without its variants, for all blocks: the compiled one inside the process that made it, elsewhere bytes that any
/// process can read, with a key that is the same for the same content. It is encoded when it leaves the process, not before.
/// The variants of a block travel with its order.
/// </summary>
public sealed class EncodedExperiment
{
    private readonly Lazy<(string Key, byte[] Content)> _encoded;

    private EncodedExperiment(Func<byte[]> encode) => _encoded = new(() =>
    {
        var content = encode();
        return (Convert.ToHexStringLower(SHA256.HashData(content)), content);
    });

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Key => _encoded.Value.Key;

    /// <summary>The experiment as JSON; numbers survive to the last bit.</summary>
    public byte[] Content => _encoded.Value.Content;

    /// <summary>The compiled experiment, in the process that made it; it does not travel, and is compiled again elsewhere.</summary>
    public BlockPlan? Plan { get; private init; }

    /// <summary>Takes a compiled experiment.</summary>
    public static EncodedExperiment Of(BlockPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new EncodedExperiment(() => Encode(plan.Experiment)) { Plan = plan };
    }

    /// <summary>Takes an experiment; whoever receives it compiles it.</summary>
    public static EncodedExperiment Of(Experiment experiment) => new(() => Encode(experiment));

    /// <summary>Takes what another process encoded.</summary>
    public static EncodedExperiment Of(byte[] content) => new(() => content);

    /// <summary>Encodes variants.</summary>
    public static byte[] EncodeVariants(IReadOnlyList<Variant> variants) => JsonSerializer.SerializeToUtf8Bytes(variants, Exact.Numbers);

    /// <summary>The compiled experiment, made when it did not come along.</summary>
    public BlockPlan Compile() => Plan ?? BlockPlan.Compile(Decode());

    /// <summary>Decodes the experiment; it has no variants.</summary>
    /// <exception cref="JsonException">The content is not an experiment.</exception>
    public Experiment Decode() =>
        JsonSerializer.Deserialize<Experiment>(Content, Exact.Numbers) ?? throw new JsonException("The experiment is empty.");

    private static byte[] Encode(Experiment experiment) =>
        JsonSerializer.SerializeToUtf8Bytes(experiment with { Variants = [], FirstVariant = 0 }, Exact.Numbers);
}

/// <summary>JSON in which every number survives to the last bit, infinities included.</summary>
internal static class Exact
{
    public static JsonSerializerOptions Numbers { get; } = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters =
        {
            new AbsentJson<Slot>(index => new Slot(index), slot => slot.Index),
            new AbsentJson<CountryIndex>(index => new CountryIndex(index), country => country.Index),
        },
    };
}

/// <summary>Writes an index that is absent as -1, so that all indices of an experiment are numbers.</summary>
/// <param name="of">Makes it of a number of 0 or more.</param>
/// <param name="number">Its number.</param>
internal sealed class AbsentJson<T>(Func<int, T> of, Func<T, int> number) : JsonConverter<T?>
    where T : struct
{
    private const int None = -1;

    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt32() switch
    {
        None => null,
        >= 0 and var index => of(index),
        var other => throw new JsonException($"{other} is no index."),
    };

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value is { } index ? number(index) : None);
}

/// <summary>An experiment, or a variant, between processes.</summary>
[GenerateSerializer]
public struct JsonSurrogate
{
    /// <summary>Its JSON.</summary>
    [Id(0)]
    public byte[] Content { get; set; }
}

/// <summary>Turns experiments into their form between processes and back.</summary>
[RegisterConverter]
public sealed class ExperimentConverter : IConverter<EncodedExperiment, JsonSurrogate>
{
    /// <inheritdoc/>
    public EncodedExperiment ConvertFromSurrogate(in JsonSurrogate surrogate) => EncodedExperiment.Of(surrogate.Content);

    /// <inheritdoc/>
    public JsonSurrogate ConvertToSurrogate(in EncodedExperiment value) => new() { Content = value.Content };
}

/// <summary>Turns variants into their form between processes and back.</summary>
[RegisterConverter]
public sealed class VariantConverter : IConverter<Variant, JsonSurrogate>
{
    /// <inheritdoc/>
    public Variant ConvertFromSurrogate(in JsonSurrogate surrogate) =>
        JsonSerializer.Deserialize<Variant>(surrogate.Content, Exact.Numbers) ?? throw new JsonException("A variant is empty.");

    /// <inheritdoc/>
    public JsonSurrogate ConvertToSurrogate(in Variant value) => new() { Content = JsonSerializer.SerializeToUtf8Bytes(value, Exact.Numbers) };
}
