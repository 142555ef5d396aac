using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Engine;

/// <summary>Experiments and their parts as JSON that any process can read: every number survives to the last bit, infinities included.</summary>
public static class ExperimentJson
{
    private static readonly JsonSerializerOptions Exact = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new AbsentIndexJson<Slot>(), new AbsentIndexJson<CountryIndex>() },
    };

    /// <summary>Writes an experiment without its variants.</summary>
    public static byte[] WriteStructure(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return Write(experiment with { Variants = [], FirstVariant = 0 });
    }

    /// <summary>Writes a part of an experiment, or of what came out of it.</summary>
    public static byte[] Write<T>(T part) => JsonSerializer.SerializeToUtf8Bytes(part, Exact);

    /// <summary>Reads what was written.</summary>
    /// <exception cref="JsonException">The content is something else.</exception>
    public static T Read<T>(ReadOnlySpan<byte> content) => JsonSerializer.Deserialize<T>(content, Exact) ?? throw new JsonException($"There is no {typeof(T).Name} in it.");
}
