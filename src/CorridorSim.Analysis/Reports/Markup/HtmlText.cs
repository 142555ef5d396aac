using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CorridorSim.Analysis.Reports.Markup;

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
