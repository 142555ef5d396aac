using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Verdicts;

/// <summary>How large a median effect is beside the level of its base, in classes that a reader would tell apart.</summary>
internal static class SizeClass
{
    /// <summary>No difference, or none that can be stated.</summary>
    public const string None = "none";

    private const string Tiny = "tiny";
    private const string New = "new";

    // Upper bounds of the relative size, exclusive, with the words of the class.
    private static readonly (double Below, string Words)[] Classes =
    [
        (0.01, "under 1 %"), (0.1, "1 to 10 %"), (0.5, "10 to 50 %"), (1, "50 to 100 %"), (double.PositiveInfinity, "100 % or more"),
    ];

    /// <summary>The class of an effect; <c>new</c> where the base is 0.</summary>
    public static string Of(Effect effect) => effect switch
    {
        { Summary.Verdict: Verdict.ExactlyZero } => None,
        _ when double.IsNaN(effect.Summary.Median) => None,
        { IsTiny: true } => Tiny,
        _ when double.IsNaN(effect.Relative) => New,
        _ => Classes.First(c => Math.Abs(effect.Relative) < c.Below).Words,
    };
}
