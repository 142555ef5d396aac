using System.Text;
using System.Text.RegularExpressions;

namespace CorridorSim.Fuzzing.Inputs;

/// <summary>
/// Makes documents that are well-formed YAML over the keys and values of valid files, put together at random: they get past the parser
/// and reach what reads them.
/// </summary>
public sealed partial class YamlGrammar
{
    private const int MostDepth = 6;

    private readonly string[] _keys;
    private readonly string[] _values;
    private readonly string[] _topLines;

    /// <summary>A grammar over the words of valid files.</summary>
    public YamlGrammar(IReadOnlyList<string> corpus)
    {
        _keys = [.. corpus.SelectMany(t => Keys().Matches(t).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal)];
        _values = [.. corpus.SelectMany(t => Values().Matches(t).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal)];
        _topLines = [.. corpus.SelectMany(t => t.Split('\n')).Where(l => TopLine().IsMatch(l)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A document; most begin with valid first lines, so that readers go on.</summary>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = new StringBuilder();
        foreach (var line in _topLines.DistinctBy(l => l[..l.IndexOf(':', StringComparison.Ordinal)]).Where(_ => random.Chance(0.85)))
        {
            text.AppendLine(random.Pick(_topLines.Where(l => l.StartsWith(line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)).ToArray()));
        }

        Map(text, random, 0);
        return text.ToString();
    }

    private void Map(StringBuilder text, Random random, int depth)
    {
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            text.Append(' ', depth * 2).Append(random.Pick(_keys)).Append(':');
            if (depth < MostDepth && random.Chance(0.4))
            {
                text.Append('\n');
                Map(text, random, depth + 1);
            }
            else
            {
                text.Append(' ').Append(Flow(random, 0)).Append('\n');
            }
        }
    }

    private string Flow(Random random, int depth) => random.Next(depth < 3 ? 10 : 7) switch
    {
        0 or 1 or 2 or 3 => random.Pick(_values),
        4 => Quoted(random.Pick(HostileWords.All)),
        5 => random.Next(-5, 5000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        6 => random.Pick(["-1", "0.5", "1e9", "2021-06", "2030-01", "true", "null", "USA", "headline", ".nan"]),
        7 => $"[{string.Join(", ", Several(random, depth, _ => string.Empty))}]",
        _ => $"{{ {string.Join(", ", Several(random, depth, r => r.Pick(_keys) + ": "))} }}",
    };

    private IEnumerable<string> Several(Random random, int depth, Func<Random, string> before)
    {
        for (var left = random.Next(5); left > 0; left--)
        {
            yield return before(random) + Flow(random, depth + 1);
        }
    }

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' || char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()))}\"";

    [GeneratedRegex(@"([A-Za-z][\w.\-]*):(?=\s)")]
    private static partial Regex Keys();

    [GeneratedRegex(@":\s+([A-Za-z0-9][\w.\-/>]*)")]
    private static partial Regex Values();

    [GeneratedRegex(@"^[a-z][\w\-]*: \S")]
    private static partial Regex TopLine();
}
