namespace CorridorSim.Analysis.Statistics;

/// <summary>Verdicts as people read them, the same on the terminal, on pages and in documents.</summary>
public static class VerdictWords
{
    /// <summary>The verdict in words.</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.ExactlyZero => "exactly zero",
        Verdict.Clear => "clear",
        Verdict.Leaning => "leaning",
        _ => "cannot tell",
    };
}
