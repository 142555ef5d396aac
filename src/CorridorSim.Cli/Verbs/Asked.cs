using CorridorSim.Analysis.Effects;

namespace CorridorSim.Cli.Verbs;

/// <summary>What the user asked for, read from options.</summary>
internal static class Asked
{
    /// <summary>Months; null when not told.</summary>
    /// <exception cref="UnknownIndicatorException">It is not a period.</exception>
    public static Period? Period(string? text) => text is null
        ? null
        : Analysis.Effects.Period.TryParse(text) ?? throw new UnknownIndicatorException($"'{text}' is not a period; write 2024, 2024-03 or 2023-10..2024-03");
}
