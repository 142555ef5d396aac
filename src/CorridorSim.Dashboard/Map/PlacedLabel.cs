namespace CorridorSim.Dashboard.Map;

/// <summary>A label where it is drawn.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Where the text is anchored.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Anchor">start, middle or end.</param>
public sealed record PlacedLabel(string Text, double X, double Y, string Anchor);
