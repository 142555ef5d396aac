using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CorridorSim.Analysis.Reports.Markup;

/// <summary>
/// Markup that is safe to put into a page: made from literals, from values that were escaped on the way in, and from the
/// program's own files.
/// </summary>
public readonly record struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static Html Empty => default;

    /// <summary>Markup with values in it: <c>Html.Of($"&lt;p&gt;{title}&lt;/p&gt;")</c>; every value but markup itself is escaped.</summary>
    public static Html Of(HtmlText text) => new(text.ToStringAndClear());

    /// <summary>A file of the program itself, such as its style sheet; never anything that came from outside.</summary>
    internal static Html OfProgram(string text) => new(text);

    /// <summary>Pieces after each other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p._text)));

    /// <inheritdoc/>
    public override string ToString() => _text ?? string.Empty;
}

/// <summary>Puts values into literals of markup: texts are escaped, numbers are written in full in the invariant culture.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlText
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public HtmlText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>A literal of the program: it is markup.</summary>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Markup.</summary>
    public void AppendFormatted(Html markup) => _text.Append(markup);

    /// <summary>Pieces of markup after each other.</summary>
    public void AppendFormatted(IEnumerable<Html> markup) => _text.Append(Html.Join(markup));

    /// <summary>A text from anywhere; it is escaped, in attributes as well.</summary>
    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    /// <summary>A number in full, so that it reads back as the same number.</summary>
    public void AppendFormatted(double number) => _text.Append(number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number in a format.</summary>
    public void AppendFormatted(double number, string format) => _text.Append(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    internal string ToStringAndClear()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }
}
