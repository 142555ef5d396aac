using System.Numerics;

namespace CorridorSim.Model.Indices;

/// <summary>
/// Says which one of a kind is meant, by its place among them. A type of its own for each kind, so that the compiler tells them from each
/// other and from numbers.
/// </summary>
/// <typeparam name="TSelf">The index.</typeparam>
public interface IIndex<TSelf> : IComparable<TSelf>, IComparisonOperators<TSelf, TSelf, bool>
    where TSelf : struct, IIndex<TSelf>
{
    /// <summary>Place among its kind, 0 or more.</summary>
    int Index { get; }

    /// <summary>The index of a place.</summary>
    /// <param name="index">The place, 0 or more.</param>
    static abstract TSelf Of(int index);
}
