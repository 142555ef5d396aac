using System.Security.Cryptography;
using System.Text.Json;
using CorridorSim.Model.Engine;
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
        return new EncodedExperiment(() => ExperimentJson.WriteStructure(plan.Experiment)) { Plan = plan };
    }

    /// <summary>Takes an experiment; whoever receives it compiles it.</summary>
    public static EncodedExperiment Of(Experiment experiment) => new(() => ExperimentJson.WriteStructure(experiment));

    /// <summary>Takes what another process encoded.</summary>
    public static EncodedExperiment Of(byte[] content) => new(() => content);

    /// <summary>The compiled experiment, made when it did not come along.</summary>
    public BlockPlan Compile() => Plan ?? BlockPlan.Compile(Decode());

    /// <summary>Decodes the experiment; it has no variants.</summary>
    /// <exception cref="JsonException">The content is not an experiment.</exception>
    public Experiment Decode() => ExperimentJson.Read<Experiment>(Content);
}

/// <summary>A part of an order or an answer between processes.</summary>
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

/// <summary>Turns what belongs to the model into its form between processes and back.</summary>
/// <typeparam name="T">What belongs to the model.</typeparam>
public abstract class PartConverter<T> : IConverter<T, JsonSurrogate>
{
    /// <inheritdoc/>
    public T ConvertFromSurrogate(in JsonSurrogate surrogate) => ExperimentJson.Read<T>(surrogate.Content);

    /// <inheritdoc/>
    public JsonSurrogate ConvertToSurrogate(in T value) => new() { Content = ExperimentJson.Write(value) };
}

/// <inheritdoc/>
[RegisterConverter]
public sealed class VariantConverter : PartConverter<Variant>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class ActsConverter : PartConverter<BlockActs>;
