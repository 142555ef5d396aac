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
        var stem = Unsafe().Replace(scenario.ToLowerInvariant(), "-").Trim('-');
        stem = stem.Length == 0 ? "run" : stem[..Math.Min(stem.Length, 80)];
        var time = created.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return $"{stem}-{time}-{resultHash[..Math.Min(6, resultHash.Length)]}";
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,119}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
