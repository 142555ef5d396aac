using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Terminal;

namespace CorridorSim.Cli.Reports;

/// <summary>
/// Indicators in groups, with their effects where there is a base. Channels in which nothing changes, or next to nothing, are
/// gathered in one line a group, unless all are asked for.
/// </summary>
/// <param name="showsAll">True to gather no rows.</param>
/// <param name="places">Names of the world; null where it is not found any more, so that identifiers stay.</param>
internal sealed class HeadlineTable(bool showsAll, PlaceWords? places)
{
    private const string TinyWords = "negligible effect";

    /// <summary>Levels alone.</summary>
    public string Levels(IEnumerable<(HeadlineIndicator Indicator, IndicatorValues Values)> rows)
    {
        var table = new TextTable(new TextColumn(string.Empty, IsRight: false), new TextColumn("median"), new TextColumn("90% interval"));
        foreach (var group in rows.GroupBy(r => r.Indicator.Group))
        {
            var shared = Shared([.. group.Select(r => r.Indicator)]);
            table.Heading(Heading(group.Key, shared));
            var gathered = new Dictionary<string, List<string>>();
            foreach (var (indicator, values) in group)
            {
                var (label, band) = (Label(indicator, shared), values.Band);
                if (!showsAll && indicator.IsOfChannel && Gatherable(values) is { } kind)
                {
                    (gathered.TryGetValue(kind, out var list) ? list : gathered[kind] = []).Add(label);
                    continue;
                }

                table.Row(label, Figures.Level(band.Median, values.Unit), Figures.Interval(band.Lower, band.Upper, values.Unit));
                Remark(table, label, values.Gap);
            }

            Gather(table, gathered);
        }

        return table.Render(Screen.Width);
    }

    /// <summary>Levels and effects.</summary>
    public string Effects(IEnumerable<(HeadlineIndicator Indicator, Effect Effect)> rows)
    {
        var table = new TextTable(
            new TextColumn(string.Empty, IsRight: false),
            new TextColumn("scenario"),
            new TextColumn("90% interval", MayGo: true),
            new TextColumn("effect"),
            new TextColumn("90% interval"),
            new TextColumn("direction", IsRight: false));
        foreach (var group in rows.GroupBy(r => r.Indicator.Group))
        {
            var shared = Shared([.. group.Select(r => r.Indicator)]);
            table.Heading(Heading(group.Key, shared));
            AddGroup(table, [.. group], shared);
        }

        return table.Render(Screen.Width) + (rows.Any(r => r.Effect.IsTiny)
            ? $"Negligible: the whole 90% interval is within 0.1% of the baseline, or within half a person.{Environment.NewLine}"
            : string.Empty);
    }

    private void AddGroup(TextTable table, IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> rows, string? shared)
    {
        var gathered = new Dictionary<string, List<string>>();
        foreach (var (indicator, effect) in rows)
        {
            var label = Label(indicator, shared);
            if (indicator.IsOfChannel && Gatherable(effect) is { } kind)
            {
                var level = effect.IsEmpty || double.IsNaN(effect.OtherMedian) ? string.Empty : $" {Figures.Level(effect.OtherMedian, effect.Other.Unit)}";
                (gathered.TryGetValue(kind, out var list) ? list : gathered[kind] = []).Add(label + level);
                continue;
            }

            table.Row(Cells(label, effect));
            Remark(table, label, effect.IsDefined ? effect.Gap : string.Empty);
            Remark(table, label, effect.Summary is { Unchanged: > 0, Verdict: Verdict.OneSided or Verdict.CannotTell } summary ? summary.Odds() : string.Empty);
        }

        Gather(table, gathered);
    }

    /// <summary>The place that all of several rows are about, so that the heading names it once; null where they differ.</summary>
    private static string? Shared(HeadlineIndicator[] rows) => rows.Length > 1 && rows.All(r => r.Name.Where == rows[0].Name.Where) ? rows[0].Name.Where : null;

    private string Heading(string group, string? shared) => shared is null ? group : $"{group}: {places?.Passage(shared) ?? shared}";

    private string Label(HeadlineIndicator indicator, string? shared) => shared is not null ? indicator.LabelAt(_ => string.Empty).Trim(' ', ',') : places?.Label(indicator) ?? indicator.Label;

    private static string? Gatherable(IndicatorValues values) => values switch
    {
        { Defined: 0 } => values.Gap,
        { Band: { Lower: 0, Upper: 0 } } => "nobody",
        _ => null,
    };

    private string? Gatherable(Effect effect) => effect switch
    {
        _ when showsAll => null,
        { IsEmpty: true } => "nobody in either scenario",
        { Base.Defined: 0, Other.Defined: 0 } => effect.Gap,
        { Summary.Verdict: Verdict.ExactlyZero } => "no change",
        { IsTiny: true } => TinyWords,
        _ => null,
    };

    private static string[] Cells(string label, Effect effect)
    {
        var (unit, summary, band) = (effect.Other.Unit, effect.Summary, effect.Other.Band);
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

    private static void Gather(TextTable table, Dictionary<string, List<string>> gathered)
    {
        foreach (var (kind, labels) in gathered.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            table.Note($"{kind}: {string.Join("; ", labels)}");
        }
    }

    private static void Remark(TextTable table, string label, string remark)
    {
        if (remark.Length > 0)
        {
            table.Note($"{label}: {remark}");
        }
    }
}
