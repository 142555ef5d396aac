using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>
/// Says which community is meant: its place among <see cref="Worlds.WorldPlan.Communities"/>. Not that of a channel, a lot or a nationality, nor its place among those of one channel.
/// </summary>
/// <param name="Index">Index of the community, 0 or more.</param>
[JsonConverter(typeof(IndexJson<CommunityIndex>))]
public readonly record struct CommunityIndex(int Index) : IIndex<CommunityIndex>
{
    /// <summary>Index of the community, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Index { get; } = Index >= 0 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "A community has an index of 0 or more.");

    /// <inheritdoc/>
    public static CommunityIndex Of(int index) => new(index);

    /// <summary>True when the first stands before the second.</summary>
    public static bool operator <(CommunityIndex left, CommunityIndex right) => left.Index < right.Index;

    /// <summary>True when the first stands before the second or is the same.</summary>
    public static bool operator <=(CommunityIndex left, CommunityIndex right) => left.Index <= right.Index;

    /// <summary>True when the first stands after the second.</summary>
    public static bool operator >(CommunityIndex left, CommunityIndex right) => left.Index > right.Index;

    /// <summary>True when the first stands after the second or is the same.</summary>
    public static bool operator >=(CommunityIndex left, CommunityIndex right) => left.Index >= right.Index;

    /// <summary>Communities are in the order of their indices.</summary>
    public int CompareTo(CommunityIndex other) => Index.CompareTo(other.Index);
}
