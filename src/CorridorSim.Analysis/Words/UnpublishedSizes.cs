namespace CorridorSim.Analysis.Words;

/// <summary>What is said of agreements whose texts give no sizes: the one sentence for the terminal, pages and documents.</summary>
public static class UnpublishedSizes
{
    /// <summary>The sentence.</summary>
    /// <param name="titles">Titles of the agreements, at least one.</param>
    public static string Of(IReadOnlyList<string> titles)
    {
        ArgumentNullException.ThrowIfNull(titles);
        var isOne = titles.Count == 1;
        return $"{PlaceWords.Few(titles, titles.Count)} {(isOne ? "states" : "state")} no quantity, so {(isOne ? "its" : "their")} real effect cannot be measured. "
            + $"The results show what {(isOne ? "an agreement" : "agreements")} of the assumed sizes would do in the model.";
    }
}
