using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Pages.Run;

/// <summary>Legal channels over time: who is admitted by which, who queues, how long it takes.</summary>
public static class ChannelCharts
{
    /// <summary>Mix, queues and waits of what an ensemble recorded.</summary>
    /// <param name="reader">The ensemble.</param>
    /// <param name="places">Names of its world; null leaves identifiers.</param>
    /// <param name="command">Command line that makes the numbers.</param>
    public static IReadOnlyList<ChartSpec> Of(IndicatorReader reader, PlaceWords? places, string command)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var channels = Places(reader, Indicators.Admissions);
        return
        [
            .. new[]
            {
                Build(reader, Indicators.Admissions, ChartKind.Stack, MixTitle, channels, places, command, false),
                Build(reader, Indicators.Queue, ChartKind.Fan, QueueTitle, channels, places, command, true),
                Build(reader, Indicators.Wait, ChartKind.Fan, WaitTitle, channels, places, command, true),
            }.OfType<ChartSpec>(),
        ];
    }

    private static string[] Places(IndicatorReader reader, string variable) =>
        [.. reader.Ensemble.Series.Where(s => s.Key.Variable == variable && s.Key.Nationality == SeriesKey.All).Select(s => s.Key.Where).Order(StringComparer.Ordinal)];

    private static ChartSpec? Build(
        IndicatorReader reader, string variable, ChartKind kind, Func<IReadOnlyList<(string Channel, Fan Fan)>, string> title, string[] all, PlaceWords? places, string command, bool hasBands)
    {
        (string Channel, Fan Fan)[] used =
        [
            .. Places(reader, variable).Select(c => (Channel: c, Fan: Fan.Of(reader.By(new IndicatorName(variable, c), reader.Ensemble.Step).Values)))
                .Where(c => c.Fan.Upper.Any(v => v > 0.5)),
        ];
        if (used.Length == 0)
        {
            return null;
        }

        var first = reader.By(new IndicatorName(variable, used[0].Channel), reader.Ensemble.Step);
        return new ChartSpec
        {
            Id = $"channels-{variable}",
            Title = title([.. used.Select(u => (Named(u.Channel), u.Fan))]),
            Unit = first.Unit,
            Note = $"{reader.Ensemble.Replicates} simulations, median{(hasBands ? " and 90% interval" : string.Empty)} by channel",
            Kind = kind,
            Categories = first.Periods.Names,
            Series = [.. used.Select(u => hasBands
                ? ChartSeries.Of(Named(u.Channel), Palette.Of(all, u.Channel), u.Fan)
                : new ChartSeries(Named(u.Channel), Palette.Of(all, u.Channel), u.Fan.Median))],
            Indicator = variable,
            Command = command,
            Meaning = DictionaryAddress.Of(variable),
        };

        string Named(string channel) => places?.Channel(channel) ?? channel;
    }

    private static string MixTitle(IReadOnlyList<(string Channel, Fan Fan)> channels)
    {
        var most = channels.MaxBy(c => c.Fan.Median.Sum());
        var share = most.Fan.Median.Sum() / Math.Max(1, channels.Sum(c => c.Fan.Median.Sum()));
        return $"Channel mix: {most.Channel} carries {Numbers.Percent(share)} of legal admissions";
    }

    private static string QueueTitle(IReadOnlyList<(string Channel, Fan Fan)> channels)
    {
        var most = channels.MaxBy(c => c.Fan.Median[^1]);
        return $"Queues: {Numbers.Rounded(most.Fan.Median[^1])} people wait for {most.Channel} at the end, the longest queue";
    }

    private static string WaitTitle(IReadOnlyList<(string Channel, Fan Fan)> channels)
    {
        var most = channels.MaxBy(c => c.Fan.Median[^1]);
        return $"Waits: {Numbers.Plain(most.Fan.Median[^1])} months for {most.Channel} at the end, the longest";
    }
}
