using System.Globalization;
using System.Text.RegularExpressions;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>Numbers as people read them; the same on every page.</summary>
public static partial class Numbers
{
    private const double LeastShown = 1e-5;

    /// <summary>A number with as many digits as matter.</summary>
    public static string Plain(double value) => Math.Abs(value) switch
    {
        double.NaN => FigureText.None,
        0 => "0",
        // Less than a hundred thousandth matters to nobody, but is still not exactly nothing.
        < LeastShown => value > 0 ? "~0" : "\u2212~0",
        < 0.0005 => value.ToString("0.#####", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>An error or score in a column of such, all with the same decimals.</summary>
    public static string Score(double value) => double.IsNaN(value) ? FigureText.None : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A difference, with its sign.</summary>
    public static string WithSign(double value) => value > 0 ? "+" + Plain(value) : value < 0 ? '\u2212' + Plain(-value) : Plain(value);

    /// <summary>An interval of differences.</summary>
    public static string Range(double lower, double upper) => double.IsNaN(lower) ? FigureText.None : $"{Plain(lower)} to {Plain(upper)}";

    /// <summary>An interval of differences, with signs.</summary>
    public static string RangeWithSign(double lower, double upper) => double.IsNaN(lower) ? FigureText.None : $"{WithSign(lower)} to {WithSign(upper)}";

    /// <summary>A large number in a title: 2.46 million, 317 thousand.</summary>
    public static string Rounded(double value) => Math.Abs(value) switch
    {
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " million",
        >= 1e4 => (value / 1e3).ToString("#,0", CultureInfo.InvariantCulture) + " thousand",
        _ => Plain(value),
    };

    /// <summary>A share in per cent.</summary>
    public static string Percent(double share) => !double.IsFinite(share) ? FigureText.None
        : Math.Round(share * 100, 1) is var value && value < 0 ? $"\u2212{Tenths(-value)}%" : $"{Tenths(Math.Abs(value))}%";

    private static string Tenths(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>A number to the last digit, for files.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number as people write it, with commas between thousands or a per cent sign, as files have it; another text stays as it is.</summary>
    public static string Typed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Trim();
        if (plain.EndsWith('%') && NumberText.TryParse(plain[..^1].TrimEnd(), out var percent))
        {
            return (percent / 100).ToString("0.##########", CultureInfo.InvariantCulture);
        }

        return Thousands().IsMatch(plain) ? plain.Replace(",", string.Empty, StringComparison.Ordinal) : plain;
    }

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex Thousands();
}
