using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Reads what a clause says about the year, the season and what is left over.</summary>
internal static class TermsReader
{
    private const string FirstCome = "first-come";
    private const string Lottery = "lottery";
    private const int January = 1;

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
        var isLottery = isFirstCome && provision.Text(ClauseKeys.Spread.Name) == Lottery;
        var season = Season(provision);
        if (provision.Map[ClauseKeys.YearStarts.Name] is { } start && !isFirstCome)
        {
            provision.Report(start, $"'{ClauseKeys.YearStarts.Name}' is for 'spread: {FirstCome}'; remove it");
        }

        if (provision.Map[ClauseKeys.WindowMonths.Name] is { } window && !isLottery)
        {
            provision.Report(window, $"'{ClauseKeys.WindowMonths.Name}' is for 'spread: {Lottery}'; remove it");
        }

        if (provision.Map[ClauseKeys.GoHomeShare.Name] is { } share && season is null)
        {
            provision.Report(share, $"'{ClauseKeys.GoHomeShare.Name}' needs a 'season' at whose end people go home; add 'season: {{ first: apr, last: oct }}'");
        }

        return new ProvisionTerms
        {
            Period = period,
            IsFirstCome = isFirstCome,
            IsLottery = isLottery,
            WindowMonths = provision.Sized(ClauseKeys.WindowMonths),
            YearStarts = Month(provision, ClauseKeys.YearStarts.Name) ?? (from is { } month && double.IsFinite(month) ? CalendarMonth.OfYear((int)Math.Floor(month)) : January),
            Season = season,
            CarryOver = provision.Sized(ClauseKeys.CarryOver),
            GoHomeShare = provision.Sized(ClauseKeys.GoHomeShare),
        };
    }

    private static bool ReadSpread(LeverDefinition lever, MapReader provision, bool isYearly)
    {
        var spread = provision.Text(ClauseKeys.Spread.Name);
        if (isYearly && spread is null)
        {
            provision.Report(provision.Map[lever.YearlyKey!]!, $"'{lever.YearlyKey}' does not say when the places can be used; add 'spread: evenly' or 'spread: {FirstCome}', or 'spread: {Lottery}'");
        }
        else if (spread is not (null or "evenly" or FirstCome or Lottery))
        {
            provision.Report(provision.Map[ClauseKeys.Spread.Name]!, $"unknown value '{spread}'; use evenly, {FirstCome} or {Lottery}");
        }
        else if (spread is not null && !isYearly)
        {
            provision.Report(provision.Map[ClauseKeys.Spread.Name]!, $"'{ClauseKeys.Spread.Name}' is for '{lever.YearlyKey}'; state the places of a year or remove it");
        }
        else if (spread is FirstCome or Lottery && !lever.HasPlaces)
        {
            provision.Report(provision.Map[ClauseKeys.Spread.Name]!, $"the lever {lever.Name} has no queue in which somebody comes first; use 'spread: evenly'");
        }

        return isYearly && spread is FirstCome or Lottery && lever.HasPlaces;
    }

    private static (int First, int Last)? Season(MapReader provision)
    {
        if (provision.Child(ClauseKeys.Season.Name) is not { } season)
        {
            return null;
        }

        season.Allow(ClauseKeys.Season.Keys());
        foreach (var key in new[] { ClauseKeys.SeasonFirst.Name, ClauseKeys.SeasonLast.Name }.Where(k => season.Map[k] is null))
        {
            season.Report(season.Map, $"the season has no '{key}' month; write {{ first: apr, last: oct }}");
        }

        return Month(season, ClauseKeys.SeasonFirst.Name) is { } first && Month(season, ClauseKeys.SeasonLast.Name) is { } last ? (first, last) : null;
    }

    /// <summary>A month of the year, as a number from 1 to 12 or by its English name in full or in three letters.</summary>
    private static int? Month(MapReader map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var month = 1; month <= Units.MonthsOfYear; month++)
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
