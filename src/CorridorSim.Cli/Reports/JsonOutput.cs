using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>Prints one JSON document on standard output: what was asked for, or else why it is not there.</summary>
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

    private static bool _isWritten;

    /// <summary>Whether the command line asks for JSON; it does so also when it is wrong otherwise.</summary>
    public static bool IsAskedFor { get; set; }

    public static Task WriteAsync(object document)
    {
        _isWritten = true;
        return Console.Out.WriteLineAsync(JsonSerializer.Serialize(document, Options));
    }

    /// <summary>Tells a failure, where JSON was asked for and no document was printed yet.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What went wrong, for people.</param>
    /// <param name="places">What is wrong in files, with their places.</param>
    public static async Task WriteFailureAsync(int code, string message, IReadOnlyList<Diagnostic> places)
    {
        if (!IsAskedFor || _isWritten || code is ExitCodes.Output)
        {
            return;
        }

        var first = places.Count > 0 ? places[0] : null;
        await WriteAsync(new
        {
            Failure = new { Kind = ExitCodes.Name(code), ExitCode = code, Message = message, first?.File, first?.Line, first?.Column, Messages = places },
        });
    }
}
