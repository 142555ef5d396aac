namespace CorridorSim.Dashboard.Timeline;

/// <summary>One thing that governments did, or that happened to a provision.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Instrument">Identifier of the agreement or measures.</param>
/// <param name="Provision">Identifier of the provision; empty for the whole.</param>
/// <param name="Act">Signed, in force, suspended, resumed, scaled, ended or quota hit.</param>
/// <param name="Note">In how many replicates, and why.</param>
/// <param name="IsCommon">True when it happens in at least half of the replicates.</param>
public sealed record TimelineEntry(string Month, string Instrument, string Provision, string Act, string Note, bool IsCommon)
{
    /// <summary>What was signed.</summary>
    public const string Signature = "signed";

    /// <summary>All places that a provision adds are used.</summary>
    public const string PlacesUsed = "quota hit";

    /// <summary>Names it in addresses.</summary>
    public string Key => $"{Month}|{Instrument}|{Provision}|{Act}";
}
