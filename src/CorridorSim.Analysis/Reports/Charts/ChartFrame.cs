using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>Scales, grid and axes of a chart over months, in the units of an SVG of <see cref="Width"/> x <see cref="Height"/>.</summary>
internal sealed class ChartFrame
{
    public const int Width = 620;
    public const int Height = 280;
    private const int Left = 58;
    private const int Right = 14;
    private const int Top = 20;
    private const int Bottom = 26;
    private const int WantedTicks = 5;
    private const double Hair = 0.02;
    private const double LeastMonthsPerLabel = 12;

    private readonly int _firstMonth;
    private readonly int _months;
    private readonly double _least;
    private readonly double _greatest;
    private readonly double _step;
    private readonly string _unit;

    /// <summary>A frame that holds all values, and 0.</summary>
    public ChartFrame(int firstMonth, int months, string unit, IEnumerable<double> values)
    {
        (_firstMonth, _months, _unit) = (firstMonth, months, unit);
        var (least, greatest) = (0.0, 0.0);
        foreach (var value in values.Where(double.IsFinite))
        {
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        // What lies a hair beyond zero does not deserve a tick of its own.
        least = -least < Hair * greatest ? 0 : least;
        greatest = greatest < Hair * -least ? 0 : greatest;
        if (greatest == least)
        {
            (least, greatest) = (-1, 1);
        }

        _step = NiceStep((greatest - least) / WantedTicks);
        _least = Math.Floor(least / _step) * _step;
        _greatest = Math.Ceiling(greatest / _step) * _step;
    }

    /// <summary>The horizontal place of a month, counted from the first one.</summary>
    public double X(double month) => Left + ((Width - Left - Right) * (_months == 1 ? 0.5 : month / (_months - 1)));

    /// <summary>The vertical place of a value.</summary>
    public double Y(double value) => Top + ((Height - Top - Bottom) * (_greatest - value) / (_greatest - _least));

    /// <summary>Grid, axes and marks, to be drawn below the data.</summary>
    public Html Grid(IEnumerable<ChartMark> marks) => Html.Of($"{Levels()}{Years()}{marks.SelectMany(Mark)}");

    /// <summary>The months after the fit, shaded, to be drawn below everything; empty when there are none.</summary>
    /// <param name="lastFitted">Last month of the fit, see <see cref="Model.Policy.CalendarMonth"/>; null for no shade.</param>
    public Html Shade(int? lastFitted)
    {
        if (lastFitted is not { } last || last >= _firstMonth + _months - 1)
        {
            return Html.Empty;
        }

        var left = X(Math.Max(0, last + 0.5 - _firstMonth));
        return Html.Of($"<rect class=\"unfitted\" x=\"{left:0.##}\" y=\"{Top}\" width=\"{Width - Right - left:0.##}\" height=\"{Height - Top - Bottom}\"/>");
    }

    /// <summary>A round step of 1, 2 or 5 times a power of ten.</summary>
    internal static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }

    private IEnumerable<Html> Levels()
    {
        var count = (int)Math.Round((_greatest - _least) / _step);
        for (var i = 0; i <= count; i++)
        {
            // A multiple of the step, so that rounding never shows as 0.30000000000000004.
            var level = Math.Round((_least / _step) + i) * _step;
            var y = Y(level);
            yield return Html.Of($"<line class=\"{(level == 0 ? "zero" : "grid")}\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\"/>");
            yield return Html.Of($"<text class=\"tick\" x=\"{Left - 7}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{FigureText.Tick(Math.Round(level, 12), _unit)}</text>");
        }
    }

    private IEnumerable<Html> Years()
    {
        var everyMonths = _months <= 2 * LeastMonthsPerLabel ? 6 : 12;
        for (var month = 0; month < _months; month++)
        {
            var calendar = _firstMonth + month;
            if (calendar % everyMonths == 0)
            {
                var label = everyMonths == Model.Units.MonthsOfYear ? $"{Model.Policy.CalendarMonth.YearOf(calendar)}" : Model.Policy.CalendarMonth.Format(calendar);
                yield return Html.Of($"<line class=\"grid\" x1=\"{X(month):0.##}\" x2=\"{X(month):0.##}\" y1=\"{Top}\" y2=\"{Height - Bottom + 5}\"/>");
                yield return Html.Of($"<text class=\"tick\" x=\"{X(month):0.##}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{label}</text>");
            }
        }
    }

    private IEnumerable<Html> Mark(ChartMark mark)
    {
        var month = mark.Month - _firstMonth;
        if (month < 0 || month > _months - 1)
        {
            yield break;
        }

        var isLate = month > _months * 0.66;
        yield return Html.Of($"<line class=\"mark\" x1=\"{X(month):0.##}\" x2=\"{X(month):0.##}\" y1=\"{Top - 8}\" y2=\"{Height - Bottom}\"/>");
        yield return Html.Of($"<text class=\"mark\" x=\"{X(month) + (isLate ? -5 : 5):0.##}\" y=\"{Top - 3}\" text-anchor=\"{(isLate ? "end" : "start")}\">{mark.Label}</text>");
    }
}

/// <summary>A date that a chart marks.</summary>
/// <param name="Month">Month, see <see cref="Model.Policy.CalendarMonth"/>, with the day as fraction.</param>
/// <param name="Label">What happens.</param>
public sealed record ChartMark(double Month, string Label);
