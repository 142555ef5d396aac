namespace CorridorSim.Dashboard.Runs;

/// <summary>A variant of a run as addresses carry it: <c>run</c> for the first variant, else <c>run:variant</c>.</summary>
/// <param name="Run">Identifier of the run.</param>
/// <param name="Variant">Name of the variant; null for the first.</param>
public sealed record EnsembleReference(string Run, string? Variant = null)
{
    /// <summary>Reads a reference.</summary>
    public static EnsembleReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new EnsembleReference(text) : new EnsembleReference(text[..colon], text[(colon + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Variant is null ? Run : $"{Run}:{Variant}";
}
