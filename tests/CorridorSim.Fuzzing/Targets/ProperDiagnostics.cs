using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>What every refusal must have: file, line, column and a cause in one printable line.</summary>
internal static class ProperDiagnostics
{
    private const int MostLength = 1000;

    /// <summary>True when valid.</summary>
    /// <exception cref="ImproperException">It was refused without a proper message.</exception>
    public static bool Judge(bool isRead, DiagnosticBag bag)
    {
        foreach (var diagnostic in bag.Sorted)
        {
            var obstacle = diagnostic switch
            {
                { File: "" } => "names no file",
                { Line: < 1 } or { Column: < 1 } => "has no place",
                { Message.Length: < 8 } => "says nothing",
                { Message.Length: > MostLength } => $"has {diagnostic.Message.Length} characters",
                _ when diagnostic.Message.Any(char.IsControl) => "has control characters",
                _ when diagnostic.Message.Contains("Exception", StringComparison.Ordinal) => "tells of an exception",
                _ => null,
            };
            if (obstacle is not null)
            {
                throw new ImproperException($"a message {obstacle}: {diagnostic}");
            }
        }

        return bag.HasErrors || isRead ? isRead && !bag.HasErrors : throw new ImproperException("refused without a word");
    }
}
