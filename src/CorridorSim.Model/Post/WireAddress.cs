namespace CorridorSim.Model.Post;

/// <summary>A row of a wire.</summary>
/// <param name="Wire">Index of the wire.</param>
/// <param name="Row">Row of its letters.</param>
public readonly record struct WireAddress(int Wire, int Row);
