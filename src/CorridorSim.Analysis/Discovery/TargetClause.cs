namespace CorridorSim.Analysis.Discovery;

/// <summary>One comparison of a figure with a number.</summary>
/// <param name="Column">Index of the figure.</param>
/// <param name="Sign"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>.</param>
/// <param name="Level">The number.</param>
public sealed record TargetClause(int Column, string Sign, double Level)
{
    /// <summary>Whether it is true of a value; never of a failed lane.</summary>
    public bool IsTrue(double value) => Sign switch
    {
        ">" => value > Level,
        ">=" => value >= Level,
        "<" => value < Level,
        _ => value <= Level,
    };
}
