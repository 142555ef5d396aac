namespace CorridorSim.Scenarios.Texts;

/// <summary>
/// The alphabet of identifiers: 1 to 64 letters (without accents), digits and hyphens; rows of tables may also have <c>&gt;</c> and <c>:</c>, as in
/// <c>COL&gt;PAN</c>; factors of sweeps also <c>_</c>. Words that paths and files use otherwise are reserved.
/// </summary>
public static class IdentifierText
{
    /// <summary>Most characters.</summary>
    public const int MostCharacters = 64;

    private const string Letters = "letters without accents, digits and hyphens";

    // Keys beside the names of provisions, agreements and measures in paths; what removes a key; all nationalities.
    private static readonly string[] Reserved =
        ["null", "all", "provisions", "conditions", "compliance", "title", "parties", "signed", "source", "sunset", "in-force", "assumptions", "measures", "agreements"];

    /// <summary>What is wrong with a name in a file, and the remedy; null when nothing is.</summary>
    public static string? NameComplaint(string name) => Complaint(name, Letters, c => c == '-') ?? ReservedComplaint(name);

    /// <summary>What is wrong with the name of a factor or the like, which may have underscores; null when nothing is.</summary>
    public static string? FactorComplaint(string name) => Complaint(name, Letters + ", or underscores", c => c is '-' or '_');

    /// <summary>What is wrong with the identifier of a row of a table; null when nothing is.</summary>
    public static string? RowComplaint(string id) => Complaint(id, Letters + ", and > or : between them", c => c is '-' or '>' or ':') ?? ReservedComplaint(id);

    /// <summary>What is wrong with the identifier of a file; null when nothing is.</summary>
    public static string? FileComplaint(string id) =>
        id.Length is > 0 and <= MostCharacters && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? null
            : $"'{id}' is not a valid id; use 1 to {MostCharacters} lower-case letters, digits and hyphens";

    private static string? Complaint(string text, string alphabet, Func<char, bool> isSign)
    {
        if (text.Length is > 0 and <= MostCharacters && text.All(c => char.IsAsciiLetterOrDigit(c) || isSign(c)))
        {
            return null;
        }

        // The character may be that of code 0, so that none cannot be told by its default.
        char[] wrong = [.. text.Where(c => !char.IsAsciiLetterOrDigit(c) && !isSign(c)).Take(1)];
        var why = text.Length == 0 ? "the identifier is empty"
            : wrong is [var sign] ? $"'{text}' has the character '{sign}'"
            : $"'{text[..MostCharacters]}...' has {text.Length} characters";
        return $"{why}; use 1 to {MostCharacters} {alphabet}";
    }

    private static string? ReservedComplaint(string text) =>
        Reserved.Contains(text.ToLowerInvariant()) ? $"'{text}' is a word that files and paths use otherwise; choose another name" : null;
}
