using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Effects;

/// <summary>Months, both ends inclusive.</summary>
/// <param name="First">First month, see <see cref="CalendarMonth"/>.</param>
/// <param name="Last">Last month.</param>
public readonly record struct Period(int First, int Last)
{
    /// <summary>The whole horizon of an ensemble.</summary>
    public static Period Of(IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return new Period(ensemble.FirstMonth, ensemble.FirstMonth + ensemble.Months - 1);
    }

    /// <summary>Reads <c>2024</c>, <c>2024-Q1</c>, <c>2024-03</c> or <c>2023-10..2024-03</c>; null when it is none of these.</summary>
    public static Period? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..");
        if (ends.Length > 2 || Months(ends[0]) is not { } first || Months(ends[^1]) is not { } last || first.First > last.Last)
        {
            return null;
        }

        return new Period(first.First, last.Last);
    }

    /// <summary>The months that both contain; null when there is none.</summary>
    public Period? Within(Period other)
    {
        var common = new Period(Math.Max(First, other.First), Math.Min(Last, other.Last));
        return common.First <= common.Last ? common : null;
    }

    /// <summary>The months as people write them, for example <c>January 2021 to December 2024</c>.</summary>
    public string Spell() => First == Last ? CalendarMonth.Spell(First) : $"{CalendarMonth.Spell(First)} to {CalendarMonth.Spell(Last)}";

    /// <inheritdoc/>
    public override string ToString() =>
        First == Last ? CalendarMonth.Format(First) : $"{CalendarMonth.Format(First)}..{CalendarMonth.Format(Last)}";

    private static Period? Months(string text)
    {
        if (text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var year) && year > 0)
        {
            return new Period(CalendarMonth.Of(year, 1), CalendarMonth.Of(year, 12));
        }

        return !ReportSteps.TryParse(text, out var step, out var month, out _) || step == ReportStep.Week ? null
            : new Period(month, step == ReportStep.Quarter ? month + ReportSteps.MonthsPerQuarter - 1 : month);
    }
}
