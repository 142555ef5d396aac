namespace CorridorSim.Scenarios.Observations;

/// <summary>What was counted, as an observations file names it.</summary>
/// <param name="Series">Series, for example <c>irregular-entries:COL&gt;PAN</c>.</param>
/// <param name="Nationality">Nationality code, or <c>ALL</c>.</param>
public sealed record ObservedName(string Series, string Nationality)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Series}/{Nationality}";
}
