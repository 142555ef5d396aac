namespace CorridorSim.Model.Post;

/// <summary>The meaning of one row of a wire.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="A">First index that <see cref="RowKind"/> names.</param>
/// <param name="B">Second index, 0 when there is none.</param>
/// <param name="C">Third index, 0 when there is none.</param>
public readonly record struct WireRow(RowKind Kind, int A, int B = 0, int C = 0)
{
    /// <summary>True when the row carries people, who then are no longer with the sender.</summary>
    public bool CarriesPersons => Kind >= RowKind.Travelling;
}
