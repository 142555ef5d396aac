using CorridorSim.Model;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// The periods by which an experiment reports, and the values of a lane in them: flows are added up, stocks are those of the period's
/// end. Quarters that the horizon does not hold whole are left out.
/// </summary>
/// <param name="step">Length of a period.</param>
/// <param name="firstMonth">First month of the horizon, see <see cref="Model.Policy.CalendarMonth"/>.</param>
/// <param name="months">Months of the horizon.</param>
public sealed class ReportedPeriods(ReportStep step, int firstMonth, int months)
{
    // The first month from which a quarter is whole.
    private readonly int _skipped = step == ReportStep.Quarter ? (ReportSteps.MonthsPerQuarter - (firstMonth % ReportSteps.MonthsPerQuarter)) % ReportSteps.MonthsPerQuarter : 0;

    /// <summary>Length of a period.</summary>
    public ReportStep Step => step;

    /// <summary>Number of periods.</summary>
    public int Count => step switch
    {
        ReportStep.Week => months * ReportSteps.WeeksPerMonth,
        ReportStep.Quarter => Math.Max(0, months - _skipped) / ReportSteps.MonthsPerQuarter,
        _ => months,
    };

    /// <summary>Months of the horizon that belong to no whole quarter.</summary>
    public int MonthsLeftOut => step == ReportStep.Quarter ? months - (Count * ReportSteps.MonthsPerQuarter) : 0;

    /// <summary>Names of the periods.</summary>
    public IReadOnlyList<string> Names => field ??= [.. Enumerable.Range(0, Count).Select(p => step switch
    {
        ReportStep.Week => step.Format(firstMonth + (p / ReportSteps.WeeksPerMonth), p % ReportSteps.WeeksPerMonth),
        ReportStep.Quarter => step.Format(MonthOf(p)),
        _ => step.Format(firstMonth + p),
    })];

    /// <summary>First month of a period, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    public int MonthOf(int period) => firstMonth + step switch
    {
        ReportStep.Week => period / ReportSteps.WeeksPerMonth,
        ReportStep.Quarter => _skipped + (period * ReportSteps.MonthsPerQuarter),
        _ => period,
    };

    /// <summary>The unit of a figure of a period: what is counted a month is counted a week or a quarter.</summary>
    public string Unit(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return step == ReportStep.Month || !unit.EndsWith(Units.EachMonth, StringComparison.Ordinal) ? unit : $"{unit[..^Units.EachMonth.Length]}/{step.Name()}";
    }

    /// <summary>Makes months into months or quarters; weeks are recorded as such.</summary>
    /// <param name="monthly">Values of the months of the horizon.</param>
    /// <param name="isFlow">Whether values are added up; otherwise the last of a quarter stands for it.</param>
    public double[] Fold(double[] monthly, bool isFlow)
    {
        ArgumentNullException.ThrowIfNull(monthly);
        if (step != ReportStep.Quarter)
        {
            return step == ReportStep.Month ? monthly : throw new InvalidOperationException("Months do not say what happened in their weeks.");
        }

        var values = new double[Count];
        for (var quarter = 0; quarter < values.Length; quarter++)
        {
            var span = monthly.AsSpan(_skipped + (quarter * ReportSteps.MonthsPerQuarter), ReportSteps.MonthsPerQuarter);
            values[quarter] = isFlow ? span[0] + span[1] + span[2] : span[^1];
        }

        return values;
    }

    /// <summary>Values of one series in one lane of a block.</summary>
    internal double[] Of(BlockResult block, int series, int column)
    {
        if (step == ReportStep.Week)
        {
            return [.. Enumerable.Range(0, Count).Select(week => block.Values[series][(week * block.Lanes) + column])];
        }

        return Fold([.. Enumerable.Range(0, months).Select(month => block.Month(series, month, column))], block.Series[series].Kind == SeriesKind.Flow);
    }
}
