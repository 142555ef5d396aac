using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Fuzzing.Inputs;

/// <summary>Makes JSON bodies over the field names of an API.</summary>
/// <param name="fields">Names of fields.</param>
/// <param name="values">Texts that the API knows.</param>
public sealed class JsonGrammar(IReadOnlyList<string> fields, IReadOnlyList<string> values)
{
    /// <summary>A body.</summary>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.9) ? Map(random, 0) : Value(random, 0);
    }

    private string Map(Random random, int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => $"{Text(random.Pick(fields))}:{Value(random, depth + 1)}"))}}}";

    private string Value(Random random, int depth) => random.Next(depth < 4 ? 9 : 7) switch
    {
        0 or 1 or 2 => Text(random.Pick(values)),
        3 => random.Next(-3, 12).ToString(CultureInfo.InvariantCulture),
        4 => random.Pick(["null", "true", "1e400", "-1", "1.5", "18446744073709551616"]),
        5 or 6 => Text(random.Pick(HostileWords.All)),
        7 => Map(random, depth + 1),
        _ => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)))}]",
    };

    private static string Text(string text) => JsonSerializer.Serialize(text);
}
