using CorridorSim.Analysis.Effects;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>Indicators in words.</summary>
internal static class IndicatorWords
{
    /// <summary>An indicator with its place, as a heading.</summary>
    public static string Heading(IndicatorName name) => name.Where is null ? name.Row.Heading : $"{name.Row.Heading}, {name.Where}";
}
