using System.Globalization;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads what a clause says about the year, the season and what is left over.</summary>
internal static class TermsReader
{
    private const string Spread = "spread";
    private const string YearStarts = "year-starts";
    private const string CarryOver = "carry-over";
    private const string GoHomeShare = "go-home-share";
    private const string FirstCome = "first-come";
    private const string Lottery = "lottery";
    private const string WindowMonths = "window-months";
    private const double MostWindow = 11;
    private const double MostPlaces = 1.2e7;
    private const int January = 1;

    /// <summary>Keys that the clauses of a lever may have.</summary>
    public static IEnumerable<string> Keys(LeverDefinition lever) =>
    [
        "season",
        .. lever.YearlyKey is null ? Array.Empty<string>() : [lever.YearlyKey, Spread, YearStarts],
        .. lever.StockKey is null ? Array.Empty<string>() : [lever.StockKey],
        .. lever.HasPlaces ? [CarryOver, GoHomeShare, WindowMonths] : Array.Empty<string>(),
    ];

    /// <summary>The terms; reports what is wrong with them.</summary>
    /// <param name="lever">The lever.</param>
    /// <param name="provision">The clause.</param>
    /// <param name="from">Month from which it is in force; null when it is wrong.</param>
    public static ProvisionTerms Read(LeverDefinition lever, MapReader provision, double? from)
    {
        var period = lever.PeriodOf(k => provision.Map[k] is not null);
        foreach (var other in new[] { SizePeriod.Month, SizePeriod.Stock }.Where(p => p != period && (p == SizePeriod.Month || lever.StockKey is not null)).Select(lever.KeyOf).Where(k => provision.Map[k] is not null))
        {
            provision.Report(provision.Map[lever.KeyOf(period)]!, $"the size is stated twice, by '{other}' and by '{lever.KeyOf(period)}'; keep one");
        }

        var isFirstCome = ReadSpread(lever, provision, period == SizePeriod.Year);
        var isLottery = isFirstCome && provision.Text(Spread) == Lottery;
        var season = Season(provision);
        if (provision.Map[YearStarts] is { } start && !isFirstCome)
        {
            provision.Report(start, $"'{YearStarts}' is for 'spread: {FirstCome}'; remove it");
        }

        if (provision.Map[WindowMonths] is { } window && !isLottery)
        {
            provision.Report(window, $"'{WindowMonths}' is for 'spread: {Lottery}'; remove it");
        }

        if (provision.Map[GoHomeShare] is { } share && season is null)
        {
            provision.Report(share, $"'{GoHomeShare}' needs a 'season' at whose end people go home; add 'season: {{ first: apr, last: oct }}'");
        }

        return new ProvisionTerms
        {
            Period = period,
            IsFirstCome = isFirstCome,
            IsLottery = isLottery,
            WindowMonths = provision.Sized(WindowMonths, 0, MostWindow),
            YearStarts = Month(provision, YearStarts) ?? (from is { } month && double.IsFinite(month) ? ((int)Math.Floor(month) % 12) + 1 : January),
            Season = season,
            CarryOver = provision.Sized(CarryOver, 0, MostPlaces),
            GoHomeShare = provision.Sized(GoHomeShare, 0, 1),
        };
    }

    private static bool ReadSpread(LeverDefinition lever, MapReader provision, bool isYearly)
    {
        var spread = provision.Text(Spread);
        if (isYearly && spread is null)
        {
            provision.Report(provision.Map[lever.YearlyKey!]!, $"'{lever.YearlyKey}' does not say when the places can be used; add 'spread: evenly' or 'spread: {FirstCome}', or 'spread: {Lottery}'");
        }
        else if (spread is not (null or "evenly" or FirstCome or Lottery))
        {
            provision.Report(provision.Map[Spread]!, $"unknown value '{spread}'; use evenly, {FirstCome} or {Lottery}");
        }
        else if (spread is not null && !isYearly)
        {
            provision.Report(provision.Map[Spread]!, $"'{Spread}' is for '{lever.YearlyKey}'; state the places of a year or remove it");
        }
        else if (spread is FirstCome or Lottery && !lever.HasPlaces)
        {
            provision.Report(provision.Map[Spread]!, $"the lever {lever.Name} has no queue in which somebody comes first; use 'spread: evenly'");
        }

        return isYearly && spread is FirstCome or Lottery && lever.HasPlaces;
    }

    private static (int First, int Last)? Season(MapReader provision)
    {
        if (provision.Child("season") is not { } season)
        {
            return null;
        }

        season.Allow("first", "last");
        foreach (var key in new[] { "first", "last" }.Where(k => season.Map[k] is null))
        {
            season.Report(season.Map, $"the season has no '{key}' month; write {{ first: apr, last: oct }}");
        }

        return Month(season, "first") is { } first && Month(season, "last") is { } last ? (first, last) : null;
    }

    /// <summary>A month of the year, as a number from 1 to 12 or by its English name in full or in three letters.</summary>
    private static int? Month(MapReader map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            if (text == month.ToString(CultureInfo.InvariantCulture)
                || text.Equals(names.GetMonthName(month), StringComparison.OrdinalIgnoreCase)
                || text.Equals(names.GetAbbreviatedMonthName(month), StringComparison.OrdinalIgnoreCase))
            {
                return month;
            }
        }

        map.Report(map.Map[key]!, $"'{text}' is not a month of the year; write 4, apr or april");
        return null;
    }
}
