using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>
/// Says which leg is meant: its place among <see cref="Worlds.WorldPlan.Legs"/>. Not the step of a route that leads over it.
/// </summary>
/// <param name="Index">Index of the leg, 0 or more.</param>
[JsonConverter(typeof(IndexJson<LegIndex>))]
public readonly record struct LegIndex(int Index) : IIndex<LegIndex>
{
    /// <summary>Index of the leg, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Index { get; } = Index >= 0 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "A leg has an index of 0 or more.");

    /// <inheritdoc/>
    public static LegIndex Of(int index) => new(index);

    /// <summary>True when the first stands before the second.</summary>
    public static bool operator <(LegIndex left, LegIndex right) => left.Index < right.Index;

    /// <summary>True when the first stands before the second or is the same.</summary>
    public static bool operator <=(LegIndex left, LegIndex right) => left.Index <= right.Index;

    /// <summary>True when the first stands after the second.</summary>
    public static bool operator >(LegIndex left, LegIndex right) => left.Index > right.Index;

    /// <summary>True when the first stands after the second or is the same.</summary>
    public static bool operator >=(LegIndex left, LegIndex right) => left.Index >= right.Index;

    /// <summary>Legs are in the order of their indices.</summary>
    public int CompareTo(LegIndex other) => Index.CompareTo(other.Index);
}
