using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CorridorSim.Scenarios.Texts;

/// <summary>
/// Writes a text so that readers of YAML 1.1 and of YAML 1.2 take it for the same: what either would take for a truth value, a number, a date or
/// nothing stands in quotes where a text is meant, and numbers stand in a form that both read as numbers.
/// </summary>
public static partial class YamlScalar
{
    // Keys whose values are words. Everything else that looks like a number is one.
    private static readonly HashSet<string> TextKeys =
    [
        "id", "title", "description", "label", "world", "extends", "base", "baseline", "posterior", "observations", "write", "source", "basis", "lever", "channel", "leg", "border", "procedure", "way",
        "route", "country", "nationality", "nationalities", "apply-from", "parties", "by", "payer", "reciprocal", "one-for", "in-exchange-for", "financed-by", "indicator", "indicators", "runs", "record", "headline",
        "kind", "path", "at", "spread", "unit", "better", "of", "method", "statistic", "periods", "shocks",
    ];

    /// <summary>The value of a key, or an item of its list.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The text.</param>
    public static string Value(string key, string text) =>
        IsTextKey(key) ? Text(text)
        : text is "true" or "false" ? text
        : NumberText.TryParse(text, out var number) ? Number(text, number)
        : Text(text);

    /// <summary>True when the values of a key are words, whatever they look like.</summary>
    public static bool IsTextKey(string key) => TextKeys.Contains(key);

    /// <summary>A text, such as a key: in quotes where a reader would take it for something else.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) ? text
            : text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' || char.IsSurrogate(c)) ? Escaped(text)
            : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    // YAML 1.1 wants a point and a signed exponent, or takes 1e3 for a text.
    private static string Number(string text, double number) =>
        text.Contains('e', StringComparison.OrdinalIgnoreCase) ? number.ToString("0.0################e+0", CultureInfo.InvariantCulture) : text;

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsLetterOrDigit(text[0])
        && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '>' or '@' or '+')
        && !OtherThanText().IsMatch(text);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append("\\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.Append('"').ToString();
    }

    /// <summary>
    /// Truth values, nothing, numbers (with octal, hexadecimal, binary, underscores, exponents) and dates of the YAML 1.1 types and the YAML 1.2 core schema.
    /// </summary>
    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null|nan|inf|[-+]?[0-9][0-9_,]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|0[box][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherThanText();
}
