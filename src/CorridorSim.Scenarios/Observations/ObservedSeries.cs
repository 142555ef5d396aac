using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Scenarios.Observations;

/// <summary>What in the model corresponds to an observed series: the sum of these.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Keys">Series of the model that are added, at least one.</param>
/// <param name="Error">Standard deviation of log(1 + flow) within which model and count are expected to agree.</param>
/// <param name="SetsState">True when observations of it before an origin set the state from which a forecast starts.</param>
/// <param name="ModelShare">Share of the model's change that a forecast takes, 0 to 1; null for that of all series.</param>
public sealed record ObservedSeries(ObservedName Name, IReadOnlyList<SeriesKey> Keys, double Error, bool SetsState = true, double? ModelShare = null)
{
    /// <summary>What one value covers: a month or a quarter.</summary>
    public ReportStep Step { get; init; }

    /// <summary>Observed series of the same nationality that add to it, where it is a level; a forecast adds up theirs.</summary>
    public IReadOnlyList<string> Inflows { get; init; } = [];

    /// <summary>Observed series of the same nationality that take from it.</summary>
    public IReadOnlyList<string> Outflows { get; init; } = [];

    /// <summary>
    /// Path of the parameter that holds, at the start of a run, the last level or the total counted until then; empty where none does.
    /// </summary>
    public string Starts { get; init; } = string.Empty;

    /// <summary>True where the parameter of <see cref="Starts"/> holds persons a month over the four weeks before.</summary>
    public bool StartsAsPace { get; init; }

    /// <summary>First month that counts in a fit, see <see cref="Model.Policy.CalendarMonth"/>; 0 where all count.</summary>
    public int CountsFrom { get; init; }

    /// <summary>True for a level, such as people waiting; false for what is counted over time.</summary>
    public bool IsLevel => Keys.Count > 0 && IsLevelOf(Keys[0].Variable);

    /// <summary>Whether a variable of the model is a level.</summary>
    public static bool IsLevelOf(string variable) =>
        IndicatorCatalogue.Of(variable).Unit is { Length: > 0 } unit && Indicator.KindOf(unit) == SeriesKind.Stock;

    /// <summary>Whether a month ends one of its periods.</summary>
    /// <param name="month">Month, see <see cref="Model.Policy.CalendarMonth"/>.</param>
    public bool EndsPeriod(int month) => Step != ReportStep.Quarter || (month + 1) % ReportSteps.MonthsPerQuarter == 0;
}

/// <summary>What was counted, as an observations file names it.</summary>
/// <param name="Series">Series, for example <c>irregular-entries:COL&gt;PAN</c>.</param>
/// <param name="Nationality">Nationality code, or <c>ALL</c>.</param>
public sealed record ObservedName(string Series, string Nationality)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Series}/{Nationality}";
}
