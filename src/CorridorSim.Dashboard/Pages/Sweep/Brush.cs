using System.Globalization;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>A range on one axis of a sweep: the points within it stay, the others fade.</summary>
/// <param name="Axis">Identifier of a factor, or name of a figure.</param>
/// <param name="Lower">Lower end, inclusive.</param>
/// <param name="Upper">Upper end, inclusive.</param>
public sealed record Brush(string Axis, double Lower, double Upper)
{
    /// <summary>Reads <c>axis~lower~upper</c>; null when it is none.</summary>
    public static Brush? TryParse(string? text)
    {
        var parts = text?.Split('~') ?? [];
        return parts.Length == 3
            && NumberText.TryParse(parts[1], out var lower)
            && NumberText.TryParse(parts[2], out var upper)
            ? new Brush(parts[0], lower, upper)
            : null;
    }

    /// <summary>The brushes of an address; of two on one axis the later holds.</summary>
    public static IReadOnlyList<Brush> Read(IEnumerable<string>? texts) =>
        [.. (texts ?? []).Select(TryParse).OfType<Brush>().GroupBy(b => b.Axis).Select(g => g.Last())];

    /// <summary>Whether a value lies within.</summary>
    public bool Holds(double value) => value >= Lower && value <= Upper;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Axis}~{Lower:R}~{Upper:R}");
}
