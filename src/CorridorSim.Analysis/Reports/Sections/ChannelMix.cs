using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Through which legal channels people arrive, month by month: means over replicates, which add up where medians do not.</summary>
internal static class ChannelMix
{
    private const int MostLayers = 7;

    public static Html Write(ReportQuestion question)
    {
        ReportedVariant[] variants = [.. question.Base is null ? [] : new[] { question.Base }, .. question.Subjects];
        var readers = variants.Select(v => new IndicatorReader(v.Ensemble)).ToArray();
        var channels = readers.SelectMany(r => r.Ensemble.Series).Where(s => s.Key is { Variable: Indicators.Admissions, Nationality: SeriesKey.All })
            .Select(s => s.Key.Where).Distinct().ToArray();
        var means = readers.Select(r => channels.ToDictionary(c => c, c => Mean(r, c))).ToArray();
        var ranked = channels.Where(c => means.Max(m => m[c].Sum()) > 0).OrderByDescending(c => means.Max(m => m[c].Sum())).ToArray();
        if (ranked.Length == 0)
        {
            return Html.Empty;
        }

        var layers = means.Select(m => Layers(question, m, ranked)).ToArray();
        var greatest = layers.Max(l => Enumerable.Range(0, l[0].Monthly.Length).Max(month => l.Sum(layer => layer.Monthly[month])));
        var figures = variants.Zip(layers, (variant, l) => Figure(question.LabelOf(variant), variant, l, greatest));
        return Html.Of($"<h3>Legal channels over time</h3><div class=\"pair\">{figures}</div>");
    }

    private static Html Figure(string label, ReportedVariant variant, MixLayer[] layers, double greatest)
    {
        var id = $"mix-{variant.Run.Manifest.Id}-{variant.Run.Manifest.Variants.ToList().IndexOf(variant.Name)}";
        var firstMonth = variant.Ensemble.FirstMonth;
        var legend = layers.Reverse().Select(l => Html.Of($"<span><i class=\"swatch {l.Color}\"></i>{l.Name}</span> "));
        return Html.Of(
            $"""
            <figure id="{id}">
            <figcaption><strong>Admissions by channel, {label}</strong> people a month; means over simulations.</figcaption>
            <p class="legend">{legend}{RecordWords.Shade(RecordWords.LastFitted(variant), firstMonth + layers[0].Monthly.Length - 1)}</p>
            {MixChart.Draw(id, $"Admissions by channel, {label}", $"Mean admissions a month through {string.Join(", ", layers.Select(l => l.Name))}.", firstMonth, layers, greatest, RecordWords.LastFitted(variant))}
            {MeanTable(firstMonth, layers)}
            </figure>
            """);
    }

    private static Html MeanTable(int firstMonth, MixLayer[] layers)
    {
        var headings = layers.Select(l => Html.Of($"<th scope=\"col\">{l.Name}</th>"));
        var rows = Enumerable.Range(0, layers[0].Monthly.Length).Select(month => Html.Of(
            $"<tr><th scope=\"row\">{Model.Policy.CalendarMonth.Format(firstMonth + month)}</th>{layers.Select(l => Section.Number(l.Monthly[month], FigureText.People(l.Monthly[month])))}</tr>\n"));
        return Html.Of(
            $"""
            <details><summary>Data</summary><div class="wide" role="region" aria-label="Data of the chart" tabindex="0"><table class="months">
            <thead><tr><th scope="col">month</th>{headings}</tr></thead><tbody>
            {rows}</tbody></table></div></details>
            """);
    }

    private static MixLayer[] Layers(ReportQuestion question, Dictionary<string, double[]> means, string[] ranked)
    {
        var shown = ranked.Length <= MostLayers + 1 ? ranked : ranked[..MostLayers];
        MixLayer[] layers = [.. shown.Select((channel, i) => new MixLayer(question.Places?.Channel(channel) ?? channel, FormattableString.Invariant($"c{i + 1}"), means[channel]))];
        var rest = ranked.Skip(shown.Length).Select(c => means[c]).ToArray();
        return rest.Length == 0
            ? layers
            : [.. layers, new MixLayer($"{rest.Length} other channels", "base", rest.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]))];
    }

    private static double[] Mean(IndicatorReader reader, string channel)
    {
        if (reader.Ensemble.Series.All(s => s.Key != new SeriesKey(Indicators.Admissions, channel, SeriesKey.All)))
        {
            return new double[reader.Ensemble.Months];
        }

        var monthly = reader.Monthly(new IndicatorName(Indicators.Admissions, channel)).Where(r => !double.IsNaN(r[0])).ToArray();
        return [.. Enumerable.Range(0, reader.Ensemble.Months).Select(month => monthly.Length == 0 ? 0 : monthly.Average(r => r[month]))];
    }
}
