namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>
/// Colours that people with any colour vision can tell apart (after Okabe and Ito, shifted where needed to a contrast of 3:1
/// with the paper of both themes), the same for a channel or route on every page.
/// </summary>
public static class Palette
{
    /// <summary>The scenario that is looked at.</summary>
    public const string Scenario = "#0072b2";

    /// <summary>What it is compared with.</summary>
    public const string Baseline = "#7a7a7a";

    /// <summary>Irregular movement.</summary>
    public const string Irregular = "#d55e00";

    /// <summary>Legal movement.</summary>
    public const string Legal = "#0072b2";

    /// <summary>More than in the baseline.</summary>
    public const string Wider = "#b5507f";

    /// <summary>Less than in the baseline.</summary>
    public const string Narrower = "#007f60";

    /// <summary>What was observed.</summary>
    public const string Record = "#b5507f";

    private static readonly string[] Colors =
        ["#0072b2", "#d55e00", "#009e73", "#c46f9f", "#b8860b", "#2790c8", "#8060ad", "#9a6255", "#4d7c0f", "#c8385a", "#40798c", "#7a7a7a"];

    /// <summary>Every colour that a line or the edge of a band is drawn in.</summary>
    public static IReadOnlyList<string> All => [Scenario, Baseline, Irregular, Legal, Wider, Narrower, Record, .. Colors];

    /// <summary>The colour of the n-th of several things.</summary>
    public static string At(int index) => Colors[index % Colors.Length];

    /// <summary>The colour of a channel or route: by its place in the world's own list, so that it never changes.</summary>
    public static string Of(IReadOnlyList<string> all, string id)
    {
        ArgumentNullException.ThrowIfNull(all);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] == id)
            {
                return At(i);
            }
        }

        return At((int)(StableHash(id) % (uint)Colors.Length));
    }

    /// <summary>A colour as <c>rgba</c> with an opacity.</summary>
    public static string Faded(string color, double opacity)
    {
        ArgumentNullException.ThrowIfNull(color);
        var rgb = Convert.FromHexString(color[1..]);
        return FormattableString.Invariant($"rgba({rgb[0]},{rgb[1]},{rgb[2]},{opacity})");
    }

    private static uint StableHash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
