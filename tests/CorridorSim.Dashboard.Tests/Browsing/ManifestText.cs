using System.Text.RegularExpressions;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>The text of a manifest that a careful hand changes: it is sealed again, as readers take none without its seal.</summary>
internal static partial class ManifestText
{
    /// <summary>The changed text with a seal of its own; what is no object any more has none.</summary>
    public static string Change(string manifest, Func<string, string> change)
    {
        var changed = change(Seal().Replace(manifest, string.Empty));
        return changed.Contains('}', StringComparison.Ordinal) ? ManifestSeal.Seal(changed) : changed;
    }

    [GeneratedRegex(@",\s*""seal"": ""[0-9a-f]*""")]
    private static partial Regex Seal();
}
