using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Cli.Options;

/// <summary>
/// Options with a value that is no text: each form has one strict reader, which takes the value whole or says what it must be.
/// </summary>
internal static class Strict
{

    /// <summary>A whole number, both bounds inclusive.</summary>
    public static Option<int?> Whole(string name, string description, int least, int most) =>
        Option<int?>(name, description, $"a whole number from {Plain(least)} to {Plain(most)}", t => (int?)ReadWhole(t, least, most));

    /// <summary>A whole number with a value when it is not given.</summary>
    public static Option<int> Whole(string name, string description, int least, int most, Func<int> usual) =>
        WithDefault(Option<int>(name, description, $"a whole number from {Plain(least)} to {Plain(most)}", t => (int?)ReadWhole(t, least, most)), usual);

    /// <summary>The seed of random draws.</summary>
    public static Option<long?> Seed() =>
        Option<long?>("--seed", "seed of all random draws, 0 to 9e15", $"a whole number from 0 to {Plain(9_000_000_000_000_000)}", t => ReadWhole(t, 0, 9_000_000_000_000_000));

    /// <summary>A share, above 0 or from 0, up to 1.</summary>
    public static Option<double?> Share(string name, string description, bool mayBeZero = false) =>
        Option<double?>(name, description, mayBeZero ? "a number from 0 to 1" : "a number above 0, up to 1", t => ReadShare(t, mayBeZero));

    /// <summary>A share with a value when it is not given.</summary>
    public static Option<double> Share(string name, string description, double usual) =>
        WithDefault(Option<double>(name, description, "a number above 0, up to 1", t => ReadShare(t, mayBeZero: false)), () => usual);

    /// <summary>A month.</summary>
    public static Option<string?> Month(string name, string description) =>
        Option<string?>(name, description, "a whole month such as 2022-10", t => DateText.IsMonth(t) ? t : null);

    /// <summary>A day, from its first moment in UTC.</summary>
    public static Option<DateTimeOffset?> Date(string name, string description) => Option<DateTimeOffset?>(
        name,
        description,
        "a day such as 2026-05-01",
        t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null);

    /// <summary>One of a few words.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        string[] words = [.. Words<T>().Keys];
        var option = Option<T?>(name, description, $"one of {string.Join(", ", words)}", t => Words<T>().TryGetValue(t, out var value) ? value : null);
        option.HelpName = string.Join('|', words);
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>A text that a rule allows.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="problem">What is wrong with a text; null when nothing is.</param>
    public static Option<string?> Text(string name, string description, Func<string, string?> problem) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (problem(text) is { } wrong)
            {
                result.AddError($"{name}: {wrong}");
            }

            return text;
        },
    };

    /// <summary>A length of time in hours, days or weeks: <c>36h</c>, <c>30d</c>, <c>8w</c>.</summary>
    public static Option<TimeSpan?> Age(string name, string description) =>
        Option<TimeSpan?>(name, description, "a number of hours, days or weeks such as 36h, 30d or 8w", ReadAge);

    private static Option<T> Option<T>(string name, string description, string must, Func<string, object?> read) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (read(text) is T value)
            {
                return value;
            }

            result.AddError($"{name} must be {must}, not {(text.Length == 0 ? "an empty text" : text)}");
            return default!;
        },
    };

    private static Option<T> WithDefault<T>(Option<T> option, Func<T> usual)
    {
        option.DefaultValueFactory = _ => usual();
        return option;
    }

    private static long? ReadWhole(string text, long least, long most) =>
        NumberText.TryParse(text, out _) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private static double? ReadShare(string text, bool mayBeZero) =>
        NumberText.TryParse(text, out var number) && (number > 0 || (mayBeZero && number == 0)) && number <= 1
            ? number
            : null;

    private static object? ReadAge(string text) =>
        text.Length > 1 && ReadWhole(text[..^1], 0, 100_000) is { } count && text[^1] is var unit && unit is 'h' or 'd' or 'w'
            ? unit switch { 'h' => TimeSpan.FromHours(count), 'd' => TimeSpan.FromDays(count), _ => TimeSpan.FromDays(7 * count) }
            : null;

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(v => v.ToString().ToLowerInvariant(), v => v, StringComparer.Ordinal);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
