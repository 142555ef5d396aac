using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Model;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Analysis.Words;

/// <summary>Names of countries, nationalities, channels, passages and borders of a world, in place of their codes.</summary>
/// <param name="world">The world.</param>
public sealed class PlaceWords(WorldPlan world)
{
    /// <summary>Whose a series is that counts those of all nationalities together.</summary>
    public const string AllNationalities = "all nationalities";

    /// <summary>Name of a country; the code when the world has none of it.</summary>
    public string Country(string code) => world.Countries.FirstOrDefault(c => c.Code == code)?.Name ?? code;

    /// <summary>Name of a nationality: that of its country, or <see cref="AllNationalities"/>.</summary>
    public string Nationality(string code) => code == SeriesKey.All ? AllNationalities : Country(code);

    /// <summary>Name of a channel, such as <c>United States: work visa (H2B)</c>.</summary>
    public string Channel(string id)
    {
        if (world.Channels.FirstOrDefault(c => c.Id == id) is not { } channel)
        {
            return id;
        }

        var country = world.Countries[channel.Country.Index];
        var kind = channel.Kind.InWords();
        var rest = id.StartsWith($"{country.Code}-", StringComparison.OrdinalIgnoreCase) ? id[(country.Code.Length + 1)..].InWords() : id.InWords();
        var (some, all) = (rest.Split(' '), kind.Split(' '));
        return some.All(all.Contains) ? $"{country.Name}: {kind}" : all.All(some.Contains) ? $"{country.Name}: {rest}" : $"{country.Name}: {kind} ({(rest.Any(char.IsAsciiDigit) ? rest.ToUpperInvariant() : rest)})";
    }

    /// <summary>Name of a passage, such as <c>Colombia to Panama, by sea</c>.</summary>
    public string Leg(string id)
    {
        if (world.Legs.FirstOrDefault(l => l.Id == id) is not { } leg)
        {
            return id;
        }

        var (from, to) = (world.Places[leg.Origin].Country, world.Places[leg.Destination].Country);
        var rest = id.Split(':', 2).ElementAtOrDefault(1)?.InWords();
        return from == to ? $"through {world.Countries[from.Index].Name}" : $"{world.Countries[from.Index].Name} to {world.Countries[to.Index].Name}{(rest is null ? string.Empty : rest is "sea" or "air" ? $", by {rest}" : $", {rest}")}";
    }

    /// <summary>Name of a border, such as <c>Mexico-United States border</c>.</summary>
    public string Border(string id) => id.Split('>', 2) is [var from, var to] ? $"{Country(from)}-{Country(to.Split(':')[0])} border" : id.InWords();

    /// <summary>Name of a route, with the countries that it leads through.</summary>
    public static string Route(string id) => Capital(id.InWords());

    /// <summary>Name of whatever place a series is about.</summary>
    public string Place(string id) => id.Length == 0 || id == SeriesKey.All ? string.Empty
        : world.Legs.Any(l => l.Id == id) ? Leg(id)
        : world.Borders.Any(b => b.Id == id) ? Border(id)
        : world.Channels.Any(c => c.Id == id) ? Channel(id)
        : world.Countries.Any(c => c.Code == id) ? Country(id)
        : world.Instruments.Any(i => id.StartsWith($"{i.Id}/", StringComparison.Ordinal)) ? Measure(id)
        : OfCountry(id) ?? Route(id);

    /// <summary>A series with the name of its place, such as <c>Irregular entries, Colombia to Panama</c>.</summary>
    public string Series(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Where is { } where ? $"{name.Row.Heading}, {Place(where)}" : name.Row.Heading;
    }

    /// <summary>A series with the names of its place and people, such as <c>Irregular entries, Colombia to Panama (Venezuela)</c>.</summary>
    public string SeriesOf(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Nationality == SeriesKey.All ? Series(name) : $"{Series(name)} ({Nationality(name.Nationality)})";
    }

    /// <summary>A measured figure: what the headline calls it, with the name of its place, or else its series.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="words">What it is called; its identifier where the headline has no words for it.</param>
    public string Measured(IndicatorName name, string words)
    {
        ArgumentNullException.ThrowIfNull(name);
        return words == name.ToString() ? SeriesOf(name) : Named(name, words);
    }

    /// <summary>What an indicator is called, with the name of its place instead of the code.</summary>
    public string Indicator(HeadlineIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Measured(indicator.Name, indicator.Words);
    }

    /// <summary>A text about an indicator, with the names of its place and people instead of the codes.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="text">The text.</param>
    public string Named(IndicatorName indicator, string text)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var placed = indicator.Where is { } where ? In(text, where) : text;
        return indicator.Nationality == SeriesKey.All ? placed : placed.Replace($" ({indicator.Nationality})", $" ({Nationality(indicator.Nationality)})", StringComparison.Ordinal);
    }

    /// <summary>A text about a place, with its name instead of the code, such as <c>encounters between ports at the border of Mexico and United States</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The code.</param>
    public string In(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = Place(place);
        return text.Replace($": {place}", name.Contains(": ", StringComparison.Ordinal) ? $" ({name})" : $": {name}", StringComparison.Ordinal).Replace($", {place}", $", {name}", StringComparison.Ordinal)
            .Replace($" {place}", name.EndsWith(" border", StringComparison.Ordinal) ? $" at the {name}" : $" from {name}", StringComparison.Ordinal);
    }

    /// <summary>What an indicator is called under the heading of its group, with the name of its place.</summary>
    public string Label(HeadlineIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.LabelAt(Passage);
    }

    /// <summary>What an indicator is called as the subject of a sentence.</summary>
    public string Subject(HeadlineIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Name is { Where: { } where, Row.Places: { Subject.Length: > 0 } text } ? HeadlineText.At(text.Subject, Place(where))
            : indicator.Name.Where is null ? indicator.Subject : Indicator(indicator);
    }

    /// <summary>Name of a place in a table: a border by what lies on both sides, such as <c>Mexico to United States</c>.</summary>
    public string Passage(string id) =>
        world.Legs.All(l => l.Id != id) && world.Borders.Any(b => b.Id == id) && id.Split('>', 2) is [var from, var to] ? $"{Country(from)} to {Country(to.Split(':')[0])}" : Place(id);

    /// <summary>Name of a series of the record with its place, such as <c>returns from Mexico</c>.</summary>
    public string Counted(string series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var parts = series.Split(':', 2);
        var what = parts[0].InWords();
        return parts.Length == 1 ? what : $"{what}{(what.EndsWith(" from", StringComparison.Ordinal) ? " " : ", ")}{Passage(parts[1])}";
    }

    /// <summary>Name of a clause by its path: its title, else the words of its identifier, and whose measure it is.</summary>
    /// <param name="path">Instrument and provision with a slash between, or the provision alone.</param>
    public string Provision(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var words = Clause(path);
        var at = path.LastIndexOf('/');
        return at > 0 && world.Instruments.FirstOrDefault(i => i.Id == path[..at]) is { IsAgreement: false, Parties: [var country, ..] } ? $"{world.Countries[country.Index].Name}: {words}" : words;
    }

    /// <summary>Name of a clause by its path, without whose it is.</summary>
    /// <param name="path">Instrument and provision with a slash between, or the provision alone.</param>
    public string Clause(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var at = path.LastIndexOf('/');
        var id = path[(at + 1)..];
        return world.Instruments.Where(i => at < 0 || i.Id == path[..at]).SelectMany(i => i.Provisions).FirstOrDefault(p => p.Id == id)?.Name ?? id.InWords();
    }

    /// <summary>Name of a clause with that of its agreement, or of a measure with whose it is.</summary>
    /// <param name="path">Instrument and provision with a slash between.</param>
    public string Measure(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/') is [var id, ..] && world.Instruments.FirstOrDefault(i => i.Id == id) is { IsAgreement: true } agreement ? $"{Provision(path)} ({agreement.Title})" : Provision(path);
    }

    /// <summary>Name of an instrument: title of an agreement, or whose measures they are; the identifier when the world has none of it.</summary>
    public string Instrument(string id) => world.Instruments.FirstOrDefault(i => i.Id == id)?.Title ?? id;

    /// <summary>Key under which a condition names a place: leg, border, channel or country.</summary>
    public string KeyOf(string place) => world.Legs.Any(l => l.Id == place) ? "leg" : world.Borders.Any(b => b.Id == place) ? "border" : world.Channels.Any(c => c.Id == place) ? "channel" : "country";

    /// <summary>Names in a row: the first few, and how many more there are.</summary>
    public static string Few(IEnumerable<string> names, int most = 4)
    {
        string[] all = [.. names];
        string[] told = all.Length <= most ? all : [.. all.Take(most - 1), string.Create(CultureInfo.InvariantCulture, $"{all.Length - most + 1} more")];
        return told.Length < 2 ? string.Concat(told) : $"{string.Join(", ", told.SkipLast(1))} and {told[^1]}";
    }

    /// <summary>Name of what begins with the code of its country, as procedures and ways do, such as <c>United Kingdom: boats</c>.</summary>
    private string? OfCountry(string id) =>
        id.Split('-', 2) is [var code, var rest] && world.Countries.FirstOrDefault(c => c.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } country ? $"{country.Name}: {rest.InWords()}" : null;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
