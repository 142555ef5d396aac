using System.Globalization;
using System.Text;

namespace CorridorSim.Scenarios.Diagnostics;

/// <summary>Makes a message that quotes a stranger's file safe for a terminal and a log: one line, no control characters, no endless words.</summary>
public static class PrintableText
{
    private const int MostWord = 200;
    private const int MostText = 900;

    /// <summary>The text with control and direction characters as <c>?</c>, words of more than 200 characters cut, and at most 900 characters.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(Math.Min(text.Length, MostText));
        var word = 0;
        foreach (var c in text)
        {
            word = c == ' ' ? 0 : word + 1;
            if (word <= MostWord)
            {
                clean.Append(IsPrintable(c) ? c : '?');
            }
            else if (word == MostWord + 1)
            {
                clean.Append("...");
            }

            if (clean.Length >= MostText)
            {
                return clean.Append("...").ToString();
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether a character is one that a terminal shows and does not obey.</summary>
    public static bool IsPrintable(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
