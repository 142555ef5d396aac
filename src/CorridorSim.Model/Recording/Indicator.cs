namespace CorridorSim.Model.Recording;

/// <summary>Everything that is known of one indicator, whatever the world. A row of <see cref="IndicatorCatalogue"/>.</summary>
/// <param name="Name">Name as analysts write it, for example <c>irregular-entries</c>.</param>
/// <param name="Unit">Unit of a monthly value; empty for that of the lever it belongs to.</param>
/// <param name="Meaning">What it measures, as part of a sentence.</param>
public sealed record Indicator(string Name, string Unit, string Meaning)
{
    /// <summary>How the months of a period make one figure, for what is not a flow: flows are summed.</summary>
    public PeriodFigure Figure { get; init; } = PeriodFigure.Mean;

    /// <summary>Whether the sum over places means something; a wait of one channel and that of another do not add up.</summary>
    public bool Adds { get; init; } = true;

    /// <summary>The flow by which months are weighted with <see cref="PeriodFigure.WeightedMean"/>.</summary>
    public string? Weight { get; init; }

    /// <summary>For an indicator that is not recorded but worked out: sums of these indicators over sums of those.</summary>
    public (IReadOnlyList<string> Part, IReadOnlyList<string> Whole)? Share { get; init; }

    /// <summary>True when people want more of it, false when less; null where that is for the reader to say.</summary>
    public bool? MoreIsBetter { get; init; }

    /// <summary>Whether a channel is the place it is measured at.</summary>
    public bool IsOfChannel { get; init; }

    /// <summary>Heading of tables under which it is shown.</summary>
    public string Group { get; init; } = "other";

    /// <summary>Its name in headings.</summary>
    public string Heading { get; init; } = Capital(Name.InWords());

    /// <summary>How the headline tells the sum over all places; null where the headline leaves it out.</summary>
    public HeadlineText? Total { get; init; }

    /// <summary>How the headline tells one place; null where the headline leaves places out.</summary>
    public HeadlineText? Places { get; init; }

    /// <summary>How short a summary may be and still show its places.</summary>
    public PlaceDetail Detail { get; init; } = PlaceDetail.Full;

    /// <summary>Whether only the world's headline passages belong to the headline.</summary>
    public bool IsOfHeadlinePassages { get; init; }

    /// <summary>What is said where no simulation has the figure, and what has to happen for it to exist.</summary>
    public (string Nobody, string Somebody) Undefined { get; init; } = ("no usable simulation", "usable");

    /// <summary>The recorded series that it is made of, itself included when it is recorded.</summary>
    public IReadOnlyList<string> Needs => Share is { } share ? share.Whole : Weight is null ? [Name] : [Name, Weight];

    /// <summary>Whether it is counted in persons or events, so that half of one is nothing.</summary>
    public static bool IsCounted(string unit) => unit is Units.Persons or "events";

    /// <summary>Flow or stock by the unit of a monthly value.</summary>
    public static SeriesKind KindOf(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.EndsWith(Units.EachMonth, StringComparison.Ordinal) ? SeriesKind.Flow : SeriesKind.Stock;
    }

    /// <summary>Unit of a figure over a period: months of a flow add up.</summary>
    public static string OverPeriod(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Replace(Units.EachMonth, string.Empty, StringComparison.Ordinal);
    }

    /// <summary>How the headline tells it at a place, or in all together; null where it does not.</summary>
    public HeadlineText? Text(string? where) => where is null ? Total : Places;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>An indicator as tables and sentences tell it; <c>{0}</c> stands for the place.</summary>
/// <param name="Words">Complete by itself.</param>
/// <param name="Label">Under the heading of its group.</param>
/// <param name="Subject">As the subject of a sentence; <paramref name="Words"/> when empty.</param>
public sealed record HeadlineText(string Words, string Label, string Subject = "")
{
    /// <summary>One of the texts with its place.</summary>
    public static string At(string text, string? where)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("{0}", where, StringComparison.Ordinal);
    }
}

/// <summary>How the months of a period make one figure.</summary>
public enum PeriodFigure
{
    /// <summary>The mean of its months.</summary>
    Mean,

    /// <summary>The value at the end of its last month.</summary>
    Last,

    /// <summary>The mean of the months that have it, weighted by a flow.</summary>
    WeightedMean,
}

/// <summary>In how short a summary places are still shown.</summary>
public enum PlaceDetail
{
    /// <summary>Even beside the totals on a page.</summary>
    Card,

    /// <summary>In the figures that a sweep keeps.</summary>
    Compact,

    /// <summary>In the whole headline alone.</summary>
    Full,
}
