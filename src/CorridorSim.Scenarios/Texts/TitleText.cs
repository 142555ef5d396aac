namespace CorridorSim.Scenarios.Texts;

/// <summary>Titles of scenarios and agreements as they are said within a sentence.</summary>
public static class TitleText
{
    private const string Separator = ", ";

    // Words with which remarks begin; names such as "One in, one out" begin otherwise.
    private static readonly string[] Openers = ["with", "without", "as", "from", "before", "after", "until", "published", "assumed", "if", "where", "when", "including", "except"];

    /// <summary>
    /// A title without the remark at its end, such as <c>, with assumed quantities</c>: the part after the last comma, if it begins as remarks do.
    /// Enumerations, such as <c>Parole for Cubans, Haitians, Nicaraguans and Venezuelans</c>, and names stay whole.
    /// </summary>
    public static string WithoutRemark(string title)
    {
        var at = title.LastIndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && Openers.Contains(title[(at + Separator.Length)..].Split(' ')[0]) ? title[..at] : title;
    }
}
