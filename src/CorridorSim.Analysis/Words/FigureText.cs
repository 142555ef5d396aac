using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Words;

/// <summary>
/// Figures for readers: people and events as whole numbers, others with three significant digits, shares in per cent; only 0 is written
/// as 0, what is not a number as a dash.
/// </summary>
public static class FigureText
{
    private const double Smallest = 1e-6;
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "\u2013";
    private const string Points = "points";
    private const string NextToNothing = "about 0";
    private const char Minus = '\u2212';

    /// <summary>A level.</summary>
    public static string Level(double value, string unit) => double.IsNaN(value) ? None : unit == Units.Share ? $"{Number(value * 100)}%" : Counted(value, unit);

    /// <summary>A level with its unit in words.</summary>
    public static string WithUnit(double value, string unit) => unit == Units.Share ? Level(value, unit) : $"{Counted(value, unit)} {unit}";

    /// <summary>A difference of levels, with its sign; of shares in percentage points.</summary>
    public static string Difference(double value, string unit) => unit == Units.Share && !double.IsNaN(value) ? $"{Change(value, unit)} {Points}" : Change(value, unit);

    /// <summary>An interval of levels; a dash where there is none.</summary>
    public static string Interval(double lower, double upper, string unit) =>
        double.IsNaN(lower) ? None : $"{Level(lower, unit)} to {Level(upper, unit)}";

    /// <summary>An interval of differences, whose unit stands with the difference beside it; a dash where there is none.</summary>
    public static string Differences(double lower, double upper, string unit) =>
        double.IsNaN(lower) ? None : $"{Change(lower, unit)} to {Change(upper, unit)}";

    /// <summary>The same without its unit.</summary>
    public static string Change(double value, string unit)
    {
        var shown = unit == Units.Share ? value * 100 : value;
        var text = Counted(shown, unit);
        // What is next to nothing has no sign worth showing.
        return shown > 0 && text != NextToNothing ? "+" + text : text;
    }

    /// <summary>A number of people or events.</summary>
    public static string People(double value) => double.IsNaN(value) ? None : Math.Abs(value) is > 0 and < 0.5 ? NextToNothing : Whole(value);

    /// <summary>An interval of such numbers; a dash where there is none.</summary>
    public static string People(double lower, double upper) => double.IsNaN(lower) ? None : $"{People(lower)} to {People(upper)}";

    /// <summary>A number without a unit of its own.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var text = size switch
        {
            _ when double.IsNaN(value) => None,
            0 => "0",
            < Smallest => NextToNothing,
            >= 999.5 => Whole(value),
            _ => value.ToString("F" + Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6), CultureInfo.InvariantCulture),
        };
        return text.Replace('-', Minus);
    }

    /// <summary>A part of something, as per cent with its sign.</summary>
    public static string Relative(double part) => Math.Abs(part) < 0.0001 ? "less than 0.01%" : $"{Number(part * 100)}%";

    /// <summary>A number for an axis, short.</summary>
    public static string Tick(double value, string unit)
    {
        var size = Math.Abs(value);
        var text = size switch
        {
            _ when unit == Units.Share => (value * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%",
            0 => "0",
            >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
            >= 1e4 => (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
            >= 1 => value.ToString("#,0.##", CultureInfo.InvariantCulture),
            _ => value.ToString("0.######", CultureInfo.InvariantCulture),
        };
        return text.Replace('-', Minus);
    }

    private static string Counted(double value, string unit) => Indicator.IsCounted(unit.Split('/')[0]) ? People(value) : Number(value);

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace('-', Minus);
}
