using System.Globalization;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Commands;
using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>Texts from files, cut to what a page can hold.</summary>
internal static class Texts
{
    /// <summary>A text of at most so many characters, cut between words where one ends in its second half.</summary>
    public static string Short(string text, int most = 120)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1);
        return string.Concat(text.AsSpan(0, end >= most / 2 ? end : most - 1).TrimEnd(" ,;:(".AsSpan()), "\u2026");
    }

    /// <summary>A command over as many lines as it takes: each but the last ends with the backslash that a shell goes on after.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="most">Characters a line may have; a longer word has a line of its own.</param>
    public static IEnumerable<string> Lines(string command, int most)
    {
        var line = string.Empty;
        foreach (var word in command.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length + 3 > most)
            {
                yield return line + " \\";
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    /// <summary>A time in UTC, which it says: the reader may be in another zone than the server.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A month as people write it: 2021-01 is January 2021. What is no month stays as it is.</summary>
    public static string Month(string month) => CalendarMonth.TryParse(month, out var number) ? CalendarMonth.Spell(number) : Short(month, 20);

    /// <summary>A day or month as people write it: 2022-04-19 is 19 April 2022. What is neither stays as it is.</summary>
    public static string Day(string date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : Month(date);

    /// <summary>The months of a run: January 2021 to December 2024.</summary>
    /// <param name="from">First month, <c>yyyy-MM</c>.</param>
    /// <param name="count">How many there are.</param>
    public static string Months(string from, int count) => CalendarMonth.TryParse(from, out var first)
        ? $"{Month(from)} to {Month(CalendarMonth.Format(first + count - 1))}"
        : FormattableString.Invariant($"{count} months from {Short(from, 20)}");

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : FormattableString.Invariant($"{count} {many}");

    /// <summary>How far a simulation is, such as "1,200 of 4,000 histories so far, about 3 min left".</summary>
    public static string HowFar(RunProgress progress)
    {
        var left = progress.Left switch
        {
            null => string.Empty,
            { TotalSeconds: < 90 } t => FormattableString.Invariant($", about {Math.Max(1, t.TotalSeconds):0} s left"),
            { TotalMinutes: < 90 } t => FormattableString.Invariant($", about {t.TotalMinutes:0} min left"),
            { } t => FormattableString.Invariant($", about {t.TotalHours:0.0} h left"),
        };
        return FormattableString.Invariant($"{progress.LanesDone:#,0} of {progress.Lanes:#,0} simulations done{left}");
    }

    /// <summary>A text as argument of a shell command.</summary>
    public static string Quoted(string text) => ShellText.Quote(text);
}
