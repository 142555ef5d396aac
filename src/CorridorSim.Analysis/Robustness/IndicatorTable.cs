namespace CorridorSim.Analysis.Robustness;

/// <summary>An indicator under each policy in each future.</summary>
/// <param name="Values">Policies x futures, without NaN.</param>
/// <param name="Direction">Which way it is better.</param>
public sealed record IndicatorTable(double[,] Values, IndicatorDirection Direction)
{
    /// <summary>How many policies.</summary>
    public int Policies => Values.GetLength(0);

    /// <summary>How many futures.</summary>
    public int Futures => Values.GetLength(1);

    /// <summary>The value as a gain: more is always better.</summary>
    internal double Gain(int policy, int future) =>
        Direction == IndicatorDirection.MoreIsBetter ? Values[policy, future] : -Values[policy, future];
}

/// <summary>Which way an indicator is better.</summary>
public enum IndicatorDirection
{
    /// <summary>More is better.</summary>
    MoreIsBetter,

    /// <summary>Less is better.</summary>
    LessIsBetter,
}

/// <summary>The shape that several indicator tables share.</summary>
internal static class TableShape
{
    public static (int Policies, int Futures) Common(IReadOnlyList<IndicatorTable> tables)
    {
        if (tables.Count == 0)
        {
            throw new ArgumentException("At least one indicator is needed.", nameof(tables));
        }

        var (policies, futures) = (tables[0].Policies, tables[0].Futures);
        return tables.All(table => table.Policies == policies && table.Futures == futures)
            ? (policies, futures)
            : throw new ArgumentException("The indicators differ in their policies or futures.", nameof(tables));
    }
}
