using System.Globalization;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Cli.Reports;

/// <summary>Figures in the terminal: those of <see cref="FigureText"/>, and a few that only the terminal has.</summary>
internal static class Figures
{
    /// <summary>A level.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    public static string Level(double value, string unit) => Typed(FigureText.Level(value, unit));

    /// <summary>A level with its unit.</summary>
    public static string WithUnit(double value, string unit) => Typed(FigureText.WithUnit(value, unit));

    /// <summary>A difference of levels, with its sign; of shares in percentage points.</summary>
    public static string Difference(double value, string unit) => Typed(FigureText.Difference(value, unit));

    /// <summary>An interval of levels.</summary>
    public static string Interval(double lower, double upper, string unit) => Typed(FigureText.Interval(lower, upper, unit));

    /// <summary>An interval of differences.</summary>
    public static string Differences(double lower, double upper, string unit) => Typed(FigureText.Differences(lower, upper, unit));

    /// <summary>A number of people or events.</summary>
    public static string People(double value) => Typed(FigureText.People(value));

    /// <summary>A number without a unit of its own.</summary>
    public static string Number(double value) => double.IsFinite(value) ? Typed(FigureText.Number(value)) : "-";

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

    // Minus and dash as a keyboard has them, for whoever copies figures out of a terminal.
    private static string Typed(string text) => text.Replace('\u2212', '-').Replace('\u2013', '-');
}
