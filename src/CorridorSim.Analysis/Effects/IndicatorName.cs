using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>
/// What is measured, as analysts write it: <c>variable[:where][/nationality]</c>, for example <c>irregular-entries:COL&gt;PAN/VEN</c>,
/// <c>admissions:usa-h2a</c>, <c>deaths</c>. Without a place it is the sum over all places. <c>legal-share</c> is the share of
/// legal arrivals among all arrivals.
/// </summary>
/// <param name="Variable">Name of a recorded variable, or <see cref="LegalShare"/>.</param>
/// <param name="Where">Place, or null for the sum over all.</param>
/// <param name="Nationality">Nationality code, or <see cref="SeriesKey.All"/>.</param>
public sealed record IndicatorName(string Variable, string? Where = null, string Nationality = SeriesKey.All)
{
    /// <summary>Legal admissions and arrivals at ports, over these and irregular arrivals.</summary>
    public const string LegalShare = Indicators.LegalShare;

    /// <summary>What is known of the indicator, whatever the world.</summary>
    public Indicator Row => IndicatorCatalogue.Of(Variable);

    /// <summary>Reads a name.</summary>
    /// <exception cref="UnknownIndicatorException">It is not of the form above.</exception>
    public static IndicatorName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var variable = colon < 0 ? text : text[..colon];
        var slash = text.LastIndexOf('/');
        // Provisions are named agreement/provision; only a last part in capitals is a nationality.
        var hasNationality = slash > 0 && text[(slash + 1)..] is { Length: 3 } code && code.All(char.IsAsciiLetterUpper);
        var end = hasNationality ? slash : text.Length;
        var where = colon < 0 ? null : text[(colon + 1)..end];
        variable = colon < 0 ? text[..end] : variable;
        return variable.Length == 0 || where is { Length: 0 }
            ? throw new UnknownIndicatorException($"'{text}' is not an indicator; write variable, variable:where or variable:where/NATIONALITY.")
            : new IndicatorName(variable, where, hasNationality ? text[(slash + 1)..] : SeriesKey.All);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Where is null ? Variable : $"{Variable}:{Where}") + (Nationality == SeriesKey.All ? string.Empty : $"/{Nationality}");
}

/// <summary>An indicator that is misspelt, or that a run has not recorded; the message says what there is instead.</summary>
/// <param name="message">One line: what is wrong and the remedy.</param>
public sealed class UnknownIndicatorException(string message) : Exception(message);
