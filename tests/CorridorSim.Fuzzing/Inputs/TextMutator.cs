using System.Text;
using System.Text.RegularExpressions;

namespace CorridorSim.Fuzzing.Inputs;

/// <summary>Breaks texts in the ways that people, editors and attackers do: characters, words, lines and pieces of other texts.</summary>
/// <param name="corpus">Valid texts to start from.</param>
public sealed partial class TextMutator(IReadOnlyList<string> corpus)
{
    private const int MostLength = 200_000;

    /// <summary>A text of the corpus after one to eight mutations.</summary>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = random.Pick(corpus);
        for (var left = 1 + (random.Next(4) == 0 ? random.Next(8) : random.Next(2)); left > 0; left--)
        {
            text = Mutate(text, random);
        }

        return text.Length <= MostLength ? text : text[..MostLength];
    }

    private string Mutate(string text, Random random) => random.Next(10) switch
    {
        0 => ReplaceCharacter(text, random),
        1 => text[..random.Next(text.Length + 1)],
        2 => Cut(text, random),
        3 => Insert(text, random, random.Pick(HostileWords.All)),
        4 or 5 or 6 => ReplaceWord(text, random),
        7 => ChangeLines(text, random),
        8 => Splice(text, random.Pick(corpus), random),
        _ => Insert(text, random, Piece(random.Pick(corpus), random)),
    };

    private static string ReplaceCharacter(string text, Random random)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = random.Next(text.Length);
        var with = random.Next(3) == 0 ? (char)random.Next(0x10000) : (char)random.Next(0x80);
        return new StringBuilder(text) { [at] = with }.ToString();
    }

    private static string Cut(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return text.Remove(from, Math.Min(random.Next(1, 40), text.Length - from));
    }

    private static string Insert(string text, Random random, string piece) => text.Insert(random.Next(text.Length + 1), piece);

    private static string ReplaceWord(string text, Random random)
    {
        var words = Words().Matches(text);
        if (words.Count == 0)
        {
            return text;
        }

        var word = words[random.Next(words.Count)];
        var with = random.Next(3) == 0 ? words[random.Next(words.Count)].Value : random.Pick(HostileWords.All);
        return text.Remove(word.Index, word.Length).Insert(word.Index, with);
    }

    private static string ChangeLines(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.Insert(random.Next(lines.Count + 1), lines[at]);
                break;
            case 1:
                lines.RemoveAt(at);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 5)) + lines[at];
                break;
            default:
                var other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Splice(string first, string second, Random random) =>
        first[..random.Next(first.Length + 1)] + second[random.Next(second.Length + 1)..];

    private static string Piece(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return text.Substring(from, Math.Min(random.Next(1, 60), text.Length - from));
    }

    [GeneratedRegex(@"[\w.\-]+")]
    private static partial Regex Words();
}
