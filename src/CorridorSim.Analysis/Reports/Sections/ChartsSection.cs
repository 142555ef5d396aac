using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Charts: levels and paired differences of the main indicators, channels over time, queues and waits.</summary>
internal static class ChartsSection
{
    private const int MostQueues = 3;

    public static Html Write(ReportQuestion question)
    {
        var figures = new ChartFigures(question);
        var main = Main(question).Select(figures.LevelAndDifference);
        var queues = ChangedQueues(question).SelectMany(channel => new[] { (Indicators.Queue, "in the queue for"), (Indicators.Wait, "median wait for") }
            .Select(v => new HeadlineIndicator($"{v.Item2} {channel}", new IndicatorName(v.Item1, channel))))
            .Where(figures.IsRecorded).Select(figures.LevelAndDifference).ToArray();
        return Section.Of("charts", "Charts", Html.Of(
            $"""
            <p class="note">Lines are medians. The darker band holds 50% of the simulations, the lighter band 90%. Each effect compares two
            simulations with the same random draws, so that chance differences drop out. The data are under each chart.</p>
            {main}
            {ChannelMix.Write(question)}
            {(queues.Length == 0 ? Html.Empty : Html.Of($"<h3>Queues and waits</h3>{queues}"))}
            """));
    }

    /// <summary>Totals, and what happens at borders and on the main passages.</summary>
    private static IEnumerable<HeadlineIndicator> Main(ReportQuestion question) =>
        Headline.Of(question.Subjects[0].Ensemble).Where(h => h.Name.Variable switch
        {
            Indicators.Admissions or Indicators.Deaths or Indicators.Protected or Indicators.SentHome or Indicators.GivingUp or IndicatorName.LegalShare => h.Name.Where is null,
            Indicators.IrregularEntries or Indicators.EncountersBetweenPorts => true,
            _ => false,
        });

    /// <summary>Channels whose queue changes most; without a base those with the longest queues.</summary>
    private static IEnumerable<string> ChangedQueues(ReportQuestion question)
    {
        var queues = Headline.Of(question.Subjects[0].Ensemble).Where(h => h.Name is { Variable: Indicators.Queue, Where: not null }).ToArray();
        var weights = question.Base is null
            ? Headline.Values(question.Subjects[0].Ensemble).Zip(Headline.Of(question.Subjects[0].Ensemble))
                .Where(p => p.Second.Name.Variable == Indicators.Queue).ToDictionary(p => p.Second, p => p.First.Values.Max())
            : queues.ToDictionary(q => q, q => question.Comparisons.Max(c => Weight(c, q)));
        return queues.Where(q => weights[q] > 0).OrderByDescending(q => weights[q]).Take(MostQueues).Select(q => q.Name.Where!);
    }

    private static double Weight(Comparison comparison, HeadlineIndicator queue)
    {
        if (!comparison.Headline.Contains(queue))
        {
            return 0;
        }

        var finding = new Finding(queue, comparison.On(queue.Name));
        return finding.Kind == FindingKind.Told ? Math.Abs(finding.Effect.Summary.Median) / (1 + Math.Abs(finding.BaseMedian)) : 0;
    }
}
