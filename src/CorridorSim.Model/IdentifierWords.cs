namespace CorridorSim.Model;

/// <summary>Identifiers as people read them, where nobody has given them a title.</summary>
public static class IdentifierWords
{
    /// <summary>An identifier in words: <c>safe-transit</c> is "safe transit".</summary>
    public static string InWords(this string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return identifier.Replace('-', ' ');
    }

    /// <summary>What people call something: its title, else the words of its identifier.</summary>
    public static string OrInWords(this string? title, string identifier) => string.IsNullOrWhiteSpace(title) ? identifier.InWords() : title;
}
