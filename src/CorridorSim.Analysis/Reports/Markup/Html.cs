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
