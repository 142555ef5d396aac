using System.Text.Json.Serialization;

namespace CorridorSim.Model.Indices;

/// <summary>
/// Says which country is meant: its place among <see cref="Worlds.WorldPlan.Countries"/>. Not that of the participant which the country is in a
/// block, before which the instruments stand, nor that of a party in an agreement. Where there may be no country it is null.
/// </summary>
/// <param name="Index">Index of the country, 0 or more.</param>
[JsonConverter(typeof(IndexJson<CountryIndex>))]
public readonly record struct CountryIndex(int Index) : IIndex<CountryIndex>
{
    /// <summary>Index of the country, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Index { get; } = Index >= 0 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "A country has an index of 0 or more.");

    /// <inheritdoc/>
    public static CountryIndex Of(int index) => new(index);

    /// <summary>True when the first stands before the second.</summary>
    public static bool operator <(CountryIndex left, CountryIndex right) => left.Index < right.Index;

    /// <summary>True when the first stands before the second or is the same.</summary>
    public static bool operator <=(CountryIndex left, CountryIndex right) => left.Index <= right.Index;

    /// <summary>True when the first stands after the second.</summary>
    public static bool operator >(CountryIndex left, CountryIndex right) => left.Index > right.Index;

    /// <summary>True when the first stands after the second or is the same.</summary>
    public static bool operator >=(CountryIndex left, CountryIndex right) => left.Index >= right.Index;

    /// <summary>Countries are in the order of their indices.</summary>
    public int CompareTo(CountryIndex other) => Index.CompareTo(other.Index);
}
