namespace CorridorSim.Model.Lanes;

/// <summary>
/// A row that lasts for one tick of eight lanes: what arrives, what leaves, what is measured and worked out on the way. Every
/// octet uses the same place, which so stays in the nearest cache.
/// </summary>
/// <param name="Index">Its place among the rows of a tick, from 1; 0 for <see cref="None"/>.</param>
internal readonly record struct TickRow(int Index)
{
    /// <summary>No row.</summary>
    public static TickRow None => default;

    /// <summary>True for <see cref="None"/>.</summary>
    public bool IsNone => Index == 0;

    /// <summary>The row that lies so many further.</summary>
    public TickRow After(int rows) => new(Index + rows);
}
