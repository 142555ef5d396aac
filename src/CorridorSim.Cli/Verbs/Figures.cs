using System.Globalization;

namespace CorridorSim.Cli.Verbs;

/// <summary>Numbers as people read them in tables; a dash for what is not there.</summary>
internal static class Figures
{
    /// <summary>Up to three decimals below 10, one below 1,000, whole numbers with separators above.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        double.NaN => "-",
        < 0.0005 => "0",
        < 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>Two decimals.</summary>
    public static string Fixed(double value) => double.IsNaN(value) ? "-" : value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent.</summary>
    public static string Percent(double value) => double.IsNaN(value) ? "-" : value.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>A change in per cent with its sign.</summary>
    public static string Change(double value) => double.IsNaN(value) ? "-" : value.ToString("+0 %;-0 %;0 %", CultureInfo.InvariantCulture);
}
