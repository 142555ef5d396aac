using System.Globalization;
using System.Text.RegularExpressions;

namespace CorridorSim.Runs.Store;

/// <summary>Identifiers of runs: names of folders without any path in them.</summary>
public static partial class RunId
{
    /// <summary>True when a text can name a run: lower-case letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 120, not starting with a dot.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <summary>An identifier from the scenario, the time and the result.</summary>
    public static string Of(string scenario, DateTimeOffset created, string resultHash)
    {
        ArgumentNullException.ThrowIfNull(resultHash);
        var time = created.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return $"{Stem(scenario)}-{time}-{resultHash[..Math.Min(6, resultHash.Length)]}";
    }

    /// <summary>Whether an identifier was made for this scenario or sweep file.</summary>
    internal static bool IsOf(string id, string scenario) => Parts().Match(id) is { Success: true } parts && parts.Groups["stem"].Value == Stem(scenario);

    /// <summary>Whether an identifier was surely made before another one: both tell their second.</summary>
    internal static bool IsOlder(string id, string other) =>
        Parts().Match(id) is { Success: true } mine && Parts().Match(other) is { Success: true } its
        && string.CompareOrdinal(mine.Groups["time"].Value, its.Groups["time"].Value) < 0;

    private static string Stem(string scenario)
    {
        var stem = Unsafe().Replace(scenario.ToLowerInvariant(), "-").Trim('-');
        return stem.Length == 0 ? "run" : stem[..Math.Min(stem.Length, 80)];
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,119}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(?<stem>.+)-(?<time>[0-9]{8}-[0-9]{6})-[0-9a-f]{1,6}(-[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
