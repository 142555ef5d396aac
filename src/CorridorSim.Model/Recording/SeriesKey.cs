namespace CorridorSim.Model.Recording;

/// <summary>What a monthly series measures, and where.</summary>
/// <param name="Variable">Name of the indicator, for example <c>irregular-entries</c>.</param>
/// <param name="Where">Leg, border, channel, country or place it belongs to, for example <c>COL&gt;PAN</c>; empty for all.</param>
/// <param name="Nationality">Nationality code, or <c>ALL</c>.</param>
public sealed record SeriesKey(string Variable, string Where, string Nationality)
{
    /// <summary>The mark for all nationalities together.</summary>
    public const string All = "ALL";

    /// <summary>The series as <c>variable:where</c>, as in observation files.</summary>
    public string Series => Where.Length == 0 ? Variable : $"{Variable}:{Where}";

    /// <inheritdoc/>
    public override string ToString() => $"{Series}/{Nationality}";
}
