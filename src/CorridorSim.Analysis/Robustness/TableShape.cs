namespace CorridorSim.Analysis.Robustness;

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
