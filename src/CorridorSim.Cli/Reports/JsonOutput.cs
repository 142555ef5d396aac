using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CorridorSim.Cli.Reports;

/// <summary>Prints one JSON document on standard output.</summary>
internal static class JsonOutput
{
    // What is not a number (every lane failed) becomes "NaN"; names such as COL>PAN stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task WriteAsync(object document) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(document, Options));
}
