using System.Text.Json;
using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>Writes an index that has a type of its own as the number it is, so that messages and keys do not show the type.</summary>
internal sealed class IndexJson<T> : JsonConverter<T>
    where T : struct, IIndex<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt32() is >= 0 and var index ? T.Of(index) : throw new JsonException("An index is 0 or more.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Index);
}

/// <summary>Writes an index that is absent as -1, so that all indices of an experiment are numbers.</summary>
internal sealed class AbsentIndexJson<T> : JsonConverter<T?>
    where T : struct, IIndex<T>
{
    private const int None = -1;

    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt32() switch
    {
        None => null,
        >= 0 and var index => T.Of(index),
        var other => throw new JsonException($"{other} is no index."),
    };

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => writer.WriteNumberValue(value?.Index ?? None);
}
