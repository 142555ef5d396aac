namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>
/// What must travel to the browser when a chart keeps its axes and series and only values change, as under a moving slider:
/// the values alone, which saves the rest of the drawing.
/// </summary>
public static class NewValues
{
    /// <summary>
    /// The values of each trace, in the order of <see cref="PlotlyFigure.Traces"/>; null where more than values changes, and for
    /// charts that do not run over months.
    /// </summary>
    public static double?[][]? Of(ChartSpec before, ChartSpec after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!ChartTable.IsMonthly(after) || !IsSameFrame(before, after) || !before.Series.Select(Look).SequenceEqual(after.Series.Select(Look)))
        {
            return null;
        }

        var bands = after.Kind == ChartKind.Fan ? after.Series.Where(s => s.Lower is not null && s.Upper is not null).Select(s => BandOutline.Of(s.Lower!, s.Upper!).Select(c => c.Value)) : [];
        return [.. bands.Concat(after.Series.Select(s => s.Values.Select(v => double.IsFinite(v) ? v : (double?)null))).Select(values => values.ToArray())];
    }

    private static bool IsSameFrame(ChartSpec before, ChartSpec after) =>
        before.Kind == after.Kind && before.Unit == after.Unit && before.Across == after.Across && before.ShowsZero == after.ShowsZero
        && before.FittedTo == after.FittedTo && before.Categories.SequenceEqual(after.Categories) && before.Marks.SequenceEqual(after.Marks);

    private static (string Name, string Color, bool IsDashed, bool IsRecord, string? Band, int Length) Look(ChartSeries s) =>
        (s.Name, s.Color, s.IsDashed, s.IsRecord, s.Lower is null || s.Upper is null ? null : string.Join(' ', BandOutline.Of(s.Lower, s.Upper).Select(c => c.Place)), s.Values.Length);
}
