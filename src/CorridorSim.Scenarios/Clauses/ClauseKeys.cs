using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>The keys of clauses: those of every clause, and those that some levers have besides.</summary>
public static class ClauseKeys
{
    private const double MostMonths = 240;

    internal static readonly FileKey Lever = new("lever", "what it changes", new Text()) { IsRequired = true };
    internal static readonly FileKey From = new("from", "in force from", new Month());
    internal static readonly FileKey To = new("to", "in force up to, exclusive", new Month());
    internal static readonly FileKey RampMonths = new("ramp-months", "grows linearly over so many months", new Number(0, MostMonths, 0));
    internal static readonly FileKey FadeMonths = new("fade-months", "fades linearly over so many months", new Number(0, MostMonths, 0));
    internal static readonly FileKey DelayMonths = new("delay-months", "months from the date to the effect", new Number(0, MostMonths, 0));
    internal static readonly FileKey When = new("when", "condition that must hold", new Section([.. ConditionKeys.Condition]));
    internal static readonly FileKey By = new("by", "party that delivers it", new Text());
    internal static readonly FileKey Reciprocal = new("reciprocal", "provision whose delivery scales this one", new Text());
    internal static readonly FileKey Payer = new("payer", "country that pays", new Text());
    internal static readonly FileKey UnitCost = new("unit-cost-kusd", "cost per unit and month, thousand USD", new Number(0, 1e4, 0));
    internal static readonly FileKey Quantity = new("quantity", "what the text of the agreement promises, in words", new Text());
    internal static readonly FileKey Delivered = new(DeliveredSeries.Key, "what was delivered, where it was counted", new Section([.. ConditionKeys.Delivered]));
    internal static readonly FileKey SeasonFirst = new("first", "first month in force", new MonthOfYear()) { IsRequired = true };
    internal static readonly FileKey SeasonLast = new("last", "last month in force, inclusive", new MonthOfYear()) { IsRequired = true };
    internal static readonly FileKey Season = new("season", "months of the year in which it is in force", new Section(SeasonFirst, SeasonLast));
    internal static readonly FileKey Spread = new("spread", "when the places of a year can be used; needed where they are stated by year", new Choice("evenly", "first-come", "lottery") { Depends = true });
    internal static readonly FileKey YearStarts = new("year-starts", "month in which the years of first-come places begin; that of `from` when left out", new MonthOfYear());
    internal static readonly FileKey WindowMonths = new("window-months", "months for which people may apply before places are drawn, with `spread: lottery`; 1 when left out", new Sized(0, 11));
    internal static readonly FileKey CarryOver = new("carry-over", "unused places that are carried over at most; persons", new Sized(0, CountedKeys.MaxPersons));
    internal static readonly FileKey GoHomeShare = new("go-home-share", "share of the admitted who go home when the season ends; the others settle", new Sized(0, 1));

    /// <summary>Keys that every clause may have.</summary>
    public static IReadOnlyList<FileKey> Common { get; } =
        [Lever, CommonKeys.Title, From, To, RampMonths, FadeMonths, DelayMonths, When, By, Reciprocal, Payer, UnitCost, CommonKeys.Basis, CommonKeys.Source, Quantity, Delivered];

    /// <summary>Keys of years, seasons and what is left over, which the clauses of some levers have.</summary>
    public static IReadOnlyList<FileKey> Terms { get; } = [Season, Spread, YearStarts, WindowMonths, CarryOver, GoHomeShare];

    /// <summary>Keys that the clauses of a lever may have besides: what it acts on, its size, and what becomes of places.</summary>
    public static IEnumerable<FileKey> Of(LeverDefinition lever)
    {
        ArgumentNullException.ThrowIfNull(lever);
        return
        [
            .. lever.SubjectKeys.Select(k => new FileKey(k, k, new Names())),
            .. Sizes(lever),
            Season,
            .. lever.YearlyKey is null ? [] : new[] { Spread, YearStarts },
            .. lever.HasPlaces ? [WindowMonths, CarryOver, GoHomeShare] : Array.Empty<FileKey>(),
            .. CountedKeys.Of(lever),
        ];
    }

    private static IEnumerable<FileKey> Sizes(LeverDefinition lever)
    {
        yield return new(lever.SizeKey, $"{lever.Meaning}; {lever.Unit}", new Sized(lever.Minimum, lever.Maximum));
        if (lever.YearlyKey is { } yearly)
        {
            yield return new(yearly, $"{lever.Meaning}; {lever.UnitOf(SizePeriod.Year)}", new Sized(lever.Minimum, lever.MaximumOf(SizePeriod.Year)));
        }

        if (lever.StockKey is { } stock)
        {
            yield return new(stock, $"{lever.Meaning}, in use at a time until they are left; {lever.UnitOf(SizePeriod.Stock)}", new Sized(lever.Minimum, lever.MaximumOf(SizePeriod.Stock)));
        }
    }
}
