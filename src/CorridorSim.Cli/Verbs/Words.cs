using System.Globalization;
using System.Text.Json;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Cli.Verbs;

/// <summary>How figures and documents are written on the terminal.</summary>
internal static class Words
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>A figure with as many digits as can be read.</summary>
    public static string Number(double value) => !double.IsFinite(value) ? "-" : Math.Abs(value) switch
    {
        < 0.0005 => "0",
        < 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    /// <summary>A difference, with its sign.</summary>
    public static string Signed(double value) => value >= 0.0005 ? "+" + Number(value) : Number(value);

    /// <summary>A share as percentage.</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %") : "-";

    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.ExactlyZero => "exactly zero",
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        _ => "cannot tell",
    };

    /// <summary>Prints one JSON document.</summary>
    public static Task WriteJsonAsync(object document) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(document, Indented));
}
