namespace CorridorSim.Runs.Commands;

/// <summary>Writes commands that people copy: whatever is in a name or a path, a POSIX shell hands it on unchanged.</summary>
public static class ShellText
{
    private const string Plain = "-_./=:,@%+";

    /// <summary>A text as one argument of a command.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A command of this program.</summary>
    /// <param name="words">The verb, its arguments and options, unquoted; empty options are left out by the caller.</param>
    public static string Command(params IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(' ', words.Prepend("corridorsim").Select(Quote));
    }

    /// <summary>An option with its value, or nothing when the value is the one that is meant anyway.</summary>
    /// <param name="option">Name of the option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="usual">The value without the option.</param>
    public static IEnumerable<string> Option(string option, string? value, string? usual = null) =>
        value is null || value == usual ? [] : [option, value];
}
