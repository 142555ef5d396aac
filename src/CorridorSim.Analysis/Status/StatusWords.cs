using System.Globalization;
using System.Text.RegularExpressions;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Status;

/// <summary>What became of agreements, told with names in place of identifiers.</summary>
/// <param name="places">Names of the world; null where it is not found any more, so that identifiers stay.</param>
public sealed partial class StatusWords(PlaceWords? places)
{
    /// <summary>Heading of the effects that are their own assumptions.</summary>
    public const string Direct = "Effects that follow directly from an assumption:";

    /// <summary>What the columns of places hold.</summary>
    public const string Places = "Places over the whole period: median and 90% interval. Taken up: how many more than in the baseline were admitted or protected where the places are, for whatever reason";

    /// <summary>Title of an agreement, or whose measures they are.</summary>
    public string Title(string instrument) => places?.Instrument(instrument) ?? instrument;

    /// <summary>What a clause is called.</summary>
    /// <param name="path">Instrument and provision with a slash between, or the provision alone.</param>
    public string Provision(string path) => places?.Provision(path) ?? path;

    /// <summary>What counts people, such as <c>legal admissions, United States: resettlement</c>; empty where nothing does.</summary>
    public string Series(string series) => places is not null && series.Length > 0 && IndicatorName.Parse(series) is { Where: not null } name ? Lower(places.Series(name)) : series;

    /// <summary>Whether and how long an agreement was in force, in a sentence.</summary>
    public string Of(AgreementStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return SeriesInText().Replace(status.Describe(), match => Series(match.Groups[1].Value));
    }

    /// <summary>An effect that is its own assumption, in a sentence.</summary>
    public string Of(DirectSize direct)
    {
        ArgumentNullException.ThrowIfNull(direct);
        var (size, half) = direct.IsFactor
            ? (string.Create(CultureInfo.InvariantCulture, $"factor {direct.Size:0.####}"), string.Create(CultureInfo.InvariantCulture, $"a factor of {(1 + direct.Size) / 2:0.####} would halve it"))
            : (string.Create(CultureInfo.InvariantCulture, $"{direct.Size:#,0.####} places a month"), "half as many places would halve it");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Min(direct.Share, 1) * 100:0}% of the median effect on {Series(direct.Indicator.ToString())} comes directly from the {size} assumed for {Provision(direct.Provision)}; {half}");
    }

    private static string Lower(string text) => string.Concat(text[..1].ToLowerInvariant(), text.AsSpan(1));

    /// <summary>A series with its place, and all nationalities together where that is said.</summary>
    [GeneratedRegex(@"(?<![\w/])([a-z][a-z-]*:[A-Za-z](?:[A-Za-z0-9>:-]*[A-Za-z0-9])?)(/ALL)?")]
    private static partial Regex SeriesInText();
}
