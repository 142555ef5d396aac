using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>
/// Says which route is meant: its place among <see cref="Worlds.WorldPlan.Routes"/>. Not that of its border, nor its place among those that one nationality knows.
/// </summary>
/// <param name="Index">Index of the route, 0 or more.</param>
[JsonConverter(typeof(IndexJson<RouteIndex>))]
public readonly record struct RouteIndex(int Index) : IIndex<RouteIndex>
{
    /// <summary>Index of the route, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Index { get; } = Index >= 0 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "A route has an index of 0 or more.");

    /// <inheritdoc/>
    public static RouteIndex Of(int index) => new(index);

    /// <summary>True when the first stands before the second.</summary>
    public static bool operator <(RouteIndex left, RouteIndex right) => left.Index < right.Index;

    /// <summary>True when the first stands before the second or is the same.</summary>
    public static bool operator <=(RouteIndex left, RouteIndex right) => left.Index <= right.Index;

    /// <summary>True when the first stands after the second.</summary>
    public static bool operator >(RouteIndex left, RouteIndex right) => left.Index > right.Index;

    /// <summary>True when the first stands after the second or is the same.</summary>
    public static bool operator >=(RouteIndex left, RouteIndex right) => left.Index >= right.Index;

    /// <summary>Routes are in the order of their indices.</summary>
    public int CompareTo(RouteIndex other) => Index.CompareTo(other.Index);
}
