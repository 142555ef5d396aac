using System.Text.Json.Serialization;
using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Inputs;

/// <summary>
/// Says which input is meant: its place among <see cref="Worlds.WorldPlan.Slots"/>. A type of its own, so that the compiler tells it from
/// other indices and from numbers; where an input may be absent it is null. It does not turn into a number by itself: who needs one writes
/// <see cref="Index"/>.
/// </summary>
/// <param name="Index">Index of the input, 0 or more; also its row in the inputs of a block.</param>
[JsonConverter(typeof(IndexJson<Slot>))]
public readonly record struct Slot(int Index) : IIndex<Slot>
{
    /// <summary>Index of the input, 0 or more; also its row in the inputs of a block.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Index { get; } = Index >= 0 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "An input has an index of 0 or more.");

    /// <inheritdoc/>
    public static Slot Of(int index) => new(index);

    /// <summary>True when the first stands before the second.</summary>
    public static bool operator <(Slot left, Slot right) => left.Index < right.Index;

    /// <summary>True when the first stands before the second or is the same.</summary>
    public static bool operator <=(Slot left, Slot right) => left.Index <= right.Index;

    /// <summary>True when the first stands after the second.</summary>
    public static bool operator >(Slot left, Slot right) => left.Index > right.Index;

    /// <summary>True when the first stands after the second or is the same.</summary>
    public static bool operator >=(Slot left, Slot right) => left.Index >= right.Index;

    /// <summary>Slots are in the order of their indices.</summary>
    public int CompareTo(Slot other) => Index.CompareTo(other.Index);
}
