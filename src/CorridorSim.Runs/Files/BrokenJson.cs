using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Runs.Files;

/// <summary>Why a stored file cannot be read, without quoting what it holds: it may come from a stranger.</summary>
internal static class BrokenJson
{
    /// <summary>The cause in one line.</summary>
    public static string Words(Exception error) => error is JsonException json
        ? string.Create(CultureInfo.InvariantCulture, $"it is not what this program writes, at line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1}")
        : error.Message.ReplaceLineEndings(" ");
}
