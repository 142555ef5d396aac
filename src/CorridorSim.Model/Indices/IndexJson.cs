using System.Text.Json;
using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>Writes an index that has a type of its own as the number it is, so that messages and keys do not show the type.</summary>
/// <param name="of">Makes it of a number of 0 or more.</param>
/// <param name="number">Its number.</param>
internal abstract class IndexJson<T>(Func<int, T> of, Func<T, int> number) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt32() is >= 0 and var index ? of(index) : throw new JsonException("An index is 0 or more.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(number(value));
}
