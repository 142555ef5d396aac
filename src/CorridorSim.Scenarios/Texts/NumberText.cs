using System.Globalization;
using System.Text.RegularExpressions;

namespace CorridorSim.Scenarios.Texts;

/// <summary>
/// The one spelling of numbers, that of JSON, in YAML, tables, on the command line and in requests: digits, a point, an exponent. <c>1e3</c> is
/// 1000. No commas, blanks, underscores, plus signs, leading zeros, hexadecimal, and nothing that is not finite.
/// </summary>
public static partial class NumberText
{
    /// <summary>Reads a number.</summary>
    /// <returns>False when the text is none.</returns>
    public static bool TryParse(string? text, out double value)
    {
        value = 0;
        return text is not null && Number().IsMatch(text)
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>What is wrong with a text that is no number, and the remedy, such as <c>'1,000' is not a number; write 1000</c>.</summary>
    public static string Complaint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var remedy = Remedies.Select(r => r(text)).FirstOrDefault(r => TryParse(r, out _));
        return $"'{text}' is not a number; write {(remedy is null ? "one such as 12.5" : remedy)}{(text.Contains(',', StringComparison.Ordinal) ? ", with a point before decimals and nothing between thousands" : string.Empty)}";
    }

    // What people write, and what they most probably mean. A comma with three digits behind it parts thousands, any other begins decimals.
    private static readonly Func<string, string>[] Remedies =
    [
        text => Thousands().IsMatch(text) ? text.Replace(",", string.Empty, StringComparison.Ordinal) : string.Empty,
        text => text.Replace(',', '.'),
        text => text.Replace("_", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal),
        text => text.TrimStart('+'),
        text => LeadingZeros().Replace(text, "$1"),
        text => text.StartsWith('.') ? "0" + text : text.TrimEnd('.'),
    ];

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(-?)0+(?=[0-9])")]
    private static partial Regex LeadingZeros();
}
