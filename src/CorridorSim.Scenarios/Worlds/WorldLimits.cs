using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>How large a world may be: more is a mistake in the tables, or an attack on the memory of who reads it.</summary>
public static class WorldLimits
{
    /// <summary>Countries of a world; the earth has fewer.</summary>
    public const int MostCountries = 300;

    /// <summary>Communities of a world, each with vectors over all lanes of a block.</summary>
    public const int MostCommunities = 5_000;

    /// <summary>True when a world may be so large; else reports which table is too long.</summary>
    public static bool Allow(int countries, int communities, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        if (countries > MostCountries)
        {
            bag.Add("countries.csv", 1, 1, FormattableString.Invariant($"the world has {countries} countries; at most {MostCountries} are allowed"));
        }

        if (communities > MostCommunities)
        {
            bag.Add("communities.csv", 1, 1, FormattableString.Invariant($"the world has {communities} communities; at most {MostCommunities} are allowed"));
        }

        return countries <= MostCountries && communities <= MostCommunities;
    }
}
