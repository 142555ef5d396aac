using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>
/// What was delivered of a clause, month by month: counted by month, or as a total at some dates, between which it is taken to have grown
/// evenly. Nothing is known after the last month.
/// </summary>
/// <param name="ByMonth">Persons in each month, see <see cref="CalendarMonth"/>; months without a count have none.</param>
/// <param name="Source">Who counted.</param>
public sealed record DeliveredSeries(IReadOnlyDictionary<int, double> ByMonth, string Source)
{
    /// <summary>The key of a clause.</summary>
    public const string Key = "delivered";

    /// <summary>Persons in all.</summary>
    public double Total => ByMonth.Values.Sum();

    /// <summary>First and last month.</summary>
    public (int First, int Last) Span => (ByMonth.Keys.Min(), ByMonth.Keys.Max());

    /// <summary>Reads the series of a clause; null when it has none or it is wrong, which is reported.</summary>
    /// <param name="provision">The clause.</param>
    /// <param name="from">Month from which it is in force: before it nothing was delivered.</param>
    public static DeliveredSeries? Read(MapReader provision, double? from)
    {
        ArgumentNullException.ThrowIfNull(provision);
        if (provision.Child(Key) is not { } delivered)
        {
            return null;
        }

        delivered.Allow(ConditionKeys.Delivered);
        var (monthly, cumulative) = (delivered.Child(ConditionKeys.DeliveredMonthly.Name), delivered.Child(ConditionKeys.DeliveredCumulative.Name));
        if (monthly is null == cumulative is null)
        {
            delivered.Report(delivered.Map, $"'{Key}' needs either 'monthly' counts or 'cumulative' ones, such as cumulative: {{ 2016-09-26: 578 }}");
            return null;
        }

        if (delivered.Text(ConditionKeys.DeliveredSource) is not { } source)
        {
            return null;
        }

        var points = Points(monthly ?? cumulative!);
        return points.Count == 0 ? null : new DeliveredSeries(monthly is not null ? ByWholeMonth(points) : Spread(points, from), source);
    }

    private static SortedDictionary<double, double> Points(MapReader map)
    {
        var points = new SortedDictionary<double, double>();
        foreach (var entry in map.Map.Entries)
        {
            if (!DateText.TryParse(entry.Key.Text, out var month))
            {
                map.Report(entry.Key, DateText.Complaint(entry.Key.Text));
            }
            else if (map.Number(ConditionKeys.DeliveredCount with { Name = entry.Key.Text }) is { } value)
            {
                points[month] = value;
            }
        }

        return points;
    }

    private static SortedDictionary<int, double> ByWholeMonth(SortedDictionary<double, double> points)
    {
        var months = new SortedDictionary<int, double>();
        foreach (var (month, value) in points)
        {
            months[(int)Math.Floor(month)] = months.GetValueOrDefault((int)Math.Floor(month)) + value;
        }

        return months;
    }

    /// <summary>Totals at dates, from 0 at the start on, to months.</summary>
    private static SortedDictionary<int, double> Spread(SortedDictionary<double, double> points, double? from)
    {
        if (from is { } start && start < points.Keys.First())
        {
            points[start] = 0;
        }

        var months = new SortedDictionary<int, double>();
        foreach (var (left, right) in points.Zip(points.Skip(1)))
        {
            for (var m = (int)Math.Floor(left.Key); m < right.Key; m++)
            {
                var share = (Math.Min(m + 1, right.Key) - Math.Max(m, left.Key)) / (right.Key - left.Key);
                months[m] = months.GetValueOrDefault(m) + (share * Math.Max(0, right.Value - left.Value));
            }
        }

        return months;
    }
}
