namespace CorridorSim.Scenarios.Texts;

/// <summary>Titles of scenarios and agreements as they are said within a sentence.</summary>
public static class TitleText
{
    private const string Separator = ", ";

    /// <summary>
    /// A title without the remark at its end, such as <c>, with assumed quantities</c>: the part after the last comma, if it begins with a small letter.
    /// Enumerations, such as <c>Parole for Cubans, Haitians, Nicaraguans and Venezuelans</c>, and names stay whole.
    /// </summary>
    public static string WithoutRemark(string title)
    {
        var at = title.LastIndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && at + Separator.Length < title.Length && char.IsLower(title[at + Separator.Length]) ? title[..at] : title;
    }
}
