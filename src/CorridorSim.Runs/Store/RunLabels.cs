using System.Text.RegularExpressions;

namespace CorridorSim.Runs.Store;

/// <summary>What people write beside a run or a sweep. None of it is part of the result, so none of it changes a hash.</summary>
public sealed partial record RunLabels
{
    /// <summary>The tag that protects a run or a sweep from being deleted.</summary>
    public const string Pinned = "pinned";

    /// <summary>Characters that a name may have.</summary>
    public const int MaxName = 80;

    /// <summary>Characters that a note may have.</summary>
    public const int MaxNote = 2000;

    /// <summary>Tags that a run may have.</summary>
    public const int MaxTags = 32;

    /// <summary>No labels.</summary>
    public static RunLabels None { get; } = new();

    /// <summary>The name that took the place of the first one; null when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>A note; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Tags, in alphabetical order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What is wrong with a name; null when it may be given.</summary>
    public static string? NameProblem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            _ when name.Length == 0 || name.Trim() != name => "a name must not be empty, nor start or end with a blank",
            { Length: > MaxName } => $"a name has at most {MaxName} characters, not {name.Length}",
            _ when name.Any(char.IsControl) => "a name holds no line breaks or other control characters",
            _ when name.AsSpan().IndexOfAny(":/\\") >= 0 => "a name holds no ':', '/' or '\\', which stand for variants and files",
            _ when name.StartsWith('-') => "a name must not start with '-', as options do",
            RunStore.Latest => $"'{RunStore.Latest}' means the newest run; choose another name",
            _ => null,
        };
    }

    /// <summary>What is wrong with a note; null when it may be written.</summary>
    public static string? NoteProblem(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Length > MaxNote ? $"a note has at most {MaxNote} characters, not {note.Length}"
            : note.Any(c => char.IsControl(c) && c != '\n') ? "a note holds no control characters other than line breaks"
            : null;
    }

    /// <summary>What is wrong with a tag; null when it may be given.</summary>
    public static string? TagProblem(string tag) => TagPattern().IsMatch(tag)
        ? null
        : "a tag has 1 to 40 lower-case letters, digits, '-', '_' and '.', and starts with a letter or digit";

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
