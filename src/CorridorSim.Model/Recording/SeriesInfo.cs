namespace CorridorSim.Model.Recording;

/// <summary>A series that the model can record.</summary>
/// <param name="Key">What and where.</param>
/// <param name="Unit">Unit, for example <c>persons/month</c>, <c>persons</c>, <c>months</c>.</param>
/// <param name="Kind">Flow or stock.</param>
/// <param name="Participant">Index of the participant that measures it.</param>
/// <param name="IsHeadline">True when it is recorded by default.</param>
public sealed record SeriesInfo(SeriesKey Key, string Unit, SeriesKind Kind, int Participant, bool IsHeadline);
