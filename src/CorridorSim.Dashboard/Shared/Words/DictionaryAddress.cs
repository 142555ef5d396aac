namespace CorridorSim.Dashboard.Shared.Words;

/// <summary>Where labels lead to.</summary>
internal static class DictionaryAddress
{
    /// <summary>The address of an entry of the dictionary.</summary>
    /// <param name="term">Identifier of the entry.</param>
    /// <param name="world">Scenario whose world explains it; null for the usual one.</param>
    public static string Of(string term, string? world = null) =>
        $"dictionary?term={Uri.EscapeDataString(term)}{(world is null ? string.Empty : $"&world={Uri.EscapeDataString(world)}")}";

    /// <summary>The identifier of a nationality, which often has the code of a country.</summary>
    public static string NationalityId(string code) => $"nationality-{code}";
}
