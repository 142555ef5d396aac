using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Recording;

namespace CorridorSim.Cli.Reports;

/// <summary>
/// Indicators in groups, with their effects where there is a base. Channels in which nothing changes, or next to nothing, are
/// gathered in one line a group, unless all are asked for.
/// </summary>
/// <param name="showsAll">True to gather no rows.</param>
internal sealed class HeadlineTable(bool showsAll)
{
    private const string TinyWords = "next to no effect";

    /// <summary>Levels alone.</summary>
    public string Levels(IEnumerable<(HeadlineIndicator Indicator, IndicatorValues Values)> rows)
    {
        var table = new TextTable(new TextColumn(string.Empty, IsRight: false), new TextColumn("median"), new TextColumn("90 % interval"));
        foreach (var group in rows.GroupBy(r => HeadlineGroup.Of(r.Indicator)))
        {
            table.Heading(group.Key);
            var empty = new List<string>();
            foreach (var (indicator, values) in group)
            {
                var band = Band(values);
                if (!showsAll && IsOfChannel(indicator) && band is { Lower: 0, Upper: 0 })
                {
                    empty.Add(HeadlineGroup.Label(indicator));
                    continue;
                }

                table.Row(HeadlineGroup.Label(indicator), Figures.Level(band.Median, values.Unit), Figures.Interval(band.Lower, band.Upper, values.Unit));
            }

            Gather(table, "none", empty);
        }

        return table.Render(Screen.Width);
    }

    /// <summary>Levels and effects.</summary>
    public string Effects(IEnumerable<(HeadlineIndicator Indicator, Effect Effect)> rows)
    {
        var table = new TextTable(
            new TextColumn(string.Empty, IsRight: false),
            new TextColumn("median"),
            new TextColumn("90 % interval", MayGo: true),
            new TextColumn("effect"),
            new TextColumn("90 % interval"),
            new TextColumn("verdict", IsRight: false));
        foreach (var group in rows.GroupBy(r => HeadlineGroup.Of(r.Indicator)))
        {
            table.Heading(group.Key);
            AddGroup(table, [.. group]);
        }

        return table.Render(Screen.Width) + (rows.Any(r => r.Effect.IsTiny)
            ? $"{TinyWords}, tiny: the whole interval is below 0.1 % of the level, or below half a person"
                + Environment.NewLine
            : string.Empty);
    }

    private void AddGroup(TextTable table, IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> rows)
    {
        var gathered = new Dictionary<string, List<string>>();
        foreach (var (indicator, effect) in rows)
        {
            var label = HeadlineGroup.Label(indicator);
            if (IsOfChannel(indicator) && Gatherable(effect) is { } kind)
            {
                var level = effect.IsEmpty ? string.Empty : $" {Figures.Level(effect.OtherMedian, effect.Other.Unit)}";
                (gathered.TryGetValue(kind, out var list) ? list : gathered[kind] = []).Add(label + level);
                continue;
            }

            table.Row(Cells(label, effect));
        }

        foreach (var (kind, labels) in gathered.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Gather(table, kind, labels);
        }
    }

    private static bool IsOfChannel(HeadlineIndicator indicator) =>
        indicator.Name is { Where: not null, Variable: Indicators.Admissions or Indicators.Queue or Indicators.Wait };

    private string? Gatherable(Effect effect) => effect switch
    {
        _ when showsAll => null,
        { IsEmpty: true } => "none",
        { Summary.Verdict: Verdict.ExactlyZero } => "exactly unchanged",
        { IsTiny: true } => TinyWords,
        _ => null,
    };

    private static string[] Cells(string label, Effect effect)
    {
        var (unit, summary, band) = (effect.Other.Unit, effect.Summary, Band(effect.Other));
        return
        [
            label,
            Figures.Level(band.Median, unit),
            Figures.Interval(band.Lower, band.Upper, unit),
            Figures.Difference(summary.Median, unit),
            Figures.Differences(summary.P05, summary.P95, unit),
            effect.VerdictInWords,
        ];
    }

    private static void Gather(TextTable table, string kind, List<string> labels)
    {
        if (labels.Count > 0)
        {
            table.Note($"{kind}: {string.Join(", ", labels)}");
        }
    }

    private static Band Band(IndicatorValues values) => Quantiles.Interval(Quantiles.WithoutNaN(values.Values));
}
