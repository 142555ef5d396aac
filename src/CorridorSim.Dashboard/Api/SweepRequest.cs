namespace CorridorSim.Dashboard.Api;

/// <summary>A sweep that is asked for.</summary>
/// <param name="File">Name of the sweep file, as <c>/sweep-files</c> lists it.</param>
public sealed record SweepRequest(string File);
