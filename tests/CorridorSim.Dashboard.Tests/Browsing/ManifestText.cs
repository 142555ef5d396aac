using System.Text.RegularExpressions;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>The text of a manifest that a test changes: readers take one without a seal, and none whose seal does not hold.</summary>
internal static partial class ManifestText
{
    /// <summary>The text without its seal.</summary>
    public static string WithoutSeal(string manifest) => Seal().Replace(manifest, string.Empty);

    [GeneratedRegex(@",\s*""seal"": ""[0-9a-f]*""")]
    private static partial Regex Seal();
}
