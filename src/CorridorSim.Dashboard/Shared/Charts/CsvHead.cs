namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>What a saved table says of itself above its first row: lines that begin with #, which readers of tables can skip.</summary>
public static class CsvHead
{
    /// <summary>A line for each fact that there is.</summary>
    /// <param name="facts">Names and what is to be said; an empty text leaves its line out.</param>
    public static string Of(params ReadOnlySpan<(string Name, string Words)> facts)
    {
        var lines = new System.Text.StringBuilder();
        foreach (var (name, words) in facts)
        {
            if (words.Length > 0)
            {
                lines.Append("# ").Append(name).Append(": ").Append(words.ReplaceLineEndings(" ")).Append('\n');
            }
        }

        return lines.ToString();
    }
}
