using System.Globalization;

namespace CorridorSim.Cli.Reports;

/// <summary>Figures for people: three significant digits or whole numbers, shares in per cent; only 0 is written as 0, what is not a number as a dash.</summary>
internal static class Figures
{
    private const string Share = "share";
    private const string None = "-";
    private const double Smallest = 1e-6;

    /// <summary>A level.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    public static string Level(double value, string unit) => double.IsNaN(value) ? None : unit == Share ? $"{Plain(value * 100)}%" : Plain(value);

    /// <summary>A difference of levels, with its sign; of shares in percentage points.</summary>
    public static string Difference(double value, string unit)
    {
        var text = unit == Share ? $"{Plain(value * 100)} pp" : Plain(value);
        return double.IsNaN(value) ? None : value > 0 ? "+" + text : text;
    }

    /// <summary>An interval of levels.</summary>
    public static string Interval(double lower, double upper, string unit) =>
        double.IsNaN(lower) ? None : $"{Level(lower, unit)} to {Level(upper, unit)}";

    /// <summary>An interval of differences.</summary>
    public static string Differences(double lower, double upper, string unit) =>
        double.IsNaN(lower) ? None : unit == Share ? $"{Signed(lower * 100)} to {Difference(upper, unit)}" : $"{Difference(lower, unit)} to {Difference(upper, unit)}";

    /// <summary>A number without a unit of its own.</summary>
    public static string Number(double value) => double.IsFinite(value) ? Plain(value) : "-";

    /// <summary>A difference of such numbers, with its sign.</summary>
    public static string Signed(double value) => value > 0 ? "+" + Number(value) : Number(value);

    /// <summary>Two decimals.</summary>
    public static string Fixed(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    /// <summary>A share in per cent, with at most one decimal.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? Rounded(share, "0.#") : "-";

    /// <summary>A change in per cent with its sign.</summary>
    public static string Change(double share) => double.IsFinite(share) ? Rounded(share, "+0;-0;0") : "-";

    /// <summary>Room on a disk, in decimal units.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };

    /// <summary>What an input was set to, such as 40,000 or 0.15: as it was given.</summary>
    public static string Setting(double value) => double.IsFinite(value) ? value.ToString("#,0.######", CultureInfo.InvariantCulture) : "-";

    // Rounding first leaves no "-0%".
    private static string Rounded(double share, string format) =>
        (Math.Round(share * 100, 1) + 0.0).ToString(format, CultureInfo.InvariantCulture) + "%";

    private static string Plain(double value)
    {
        var size = Math.Abs(value);
        return size switch
        {
            _ when double.IsNaN(value) => None,
            0 => "0",
            < Smallest => value < 0 ? ">-0.000001" : "<0.000001",
            >= 999.5 => value.ToString("#,0", CultureInfo.InvariantCulture),
            _ => value.ToString("F" + Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6), CultureInfo.InvariantCulture),
        };
    }
}
