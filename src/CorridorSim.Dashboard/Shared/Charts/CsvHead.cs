namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>What a saved table says of itself above its first row: lines that begin with #, which readers of tables can skip.</summary>
public static class CsvHead
{
    /// <summary>Where numbers come from that no observed point stands beside.</summary>
    public const string Simulated = "CorridorSim, a simulation, not a count";

    /// <summary>A line for each fact that there is; an empty text leaves its line out.</summary>
    /// <param name="title">What the table is called.</param>
    /// <param name="unit">Unit of its numbers.</param>
    /// <param name="interval">Simulations and interval, in words.</param>
    /// <param name="command">The command line that makes the numbers.</param>
    /// <param name="source">Where the numbers come from.</param>
    public static string Of(string title, string unit, string interval, string command, string source = Simulated)
    {
        var lines = new System.Text.StringBuilder();
        foreach (var (name, words) in new[] { ("Title", title), ("Unit", unit), ("Interval", interval), ("Source", source), ("Command", command) })
        {
            if (words.Length > 0)
            {
                lines.Append("# ").Append(name).Append(": ").Append(words.ReplaceLineEndings(" ")).Append('\n');
            }
        }

        return lines.ToString();
    }
}
