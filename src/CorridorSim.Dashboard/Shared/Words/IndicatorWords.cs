using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Model;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>Indicators in words.</summary>
internal static class IndicatorWords
{
    /// <summary>An indicator with its place and people, as a heading.</summary>
    public static string Heading(IndicatorName name) =>
        $"{name.Row.Heading}{(name.Where is null ? string.Empty : $", {name.Where}")}{(name.Nationality == SeriesKey.All ? string.Empty : $" ({name.Nationality})")}";

    /// <summary>The same with the name of its place where the world is known.</summary>
    public static string Heading(IndicatorName name, PlaceWords? places) => places?.SeriesOf(name) ?? Heading(name);

    /// <summary>Whose a series is.</summary>
    public static string People(string nationality, PlaceWords? places) =>
        places?.Nationality(nationality) ?? (nationality == SeriesKey.All ? PlaceWords.AllNationalities : nationality);

    /// <summary>The unit of a month of an observed series, such as <c>events a month</c>; either where nothing is known of it.</summary>
    public static string UnitOf(string series) =>
        IndicatorName.Parse(series).Row.Unit is { Length: > 0 } unit ? unit.Replace("/", " a ", StringComparison.Ordinal) : "persons or events a month";

    /// <summary>The unit that stands behind a figure; none where the figure has its sign of per cent.</summary>
    public static string UnitBeside(string unit) => unit == Units.Share ? string.Empty : unit;
}
