using System.Globalization;
using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Cli.Verbs.Why;

/// <summary>What an attribution says.</summary>
internal sealed class WhyReport(CompiledScenario compiled, int replicates, WhyAnswer answer, bool isMonthly)
{
    private readonly PartWords _parts = new(new PlaceWords(compiled.Experiment.World), answer.Players);

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync($"{compiled.Scenario.Title}: effect of each part, compared with {compiled.Parent!.Title}");
        var how = answer.IsExact
            ? "all of them"
            : "sampled orders; the sampling error is in the last column";
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Players.Count} parts, {answer.Subsets} combinations ({how}), {replicates} simulations of each with the same random draws. Means add up to the total; 90% intervals are over simulations."));
        if (isMonthly)
        {
            await WriteMonthsAsync();
            return;
        }

        foreach (var effect in answer.Effects)
        {
            await WriteEffectAsync(effect);
        }
    }

    public Task WriteJsonAsync() => JsonOutput.WriteAsync(new
    {
        Scenario = compiled.Scenario.Id,
        Base = compiled.Parent!.Id,
        Exact = answer.IsExact,
        answer.Subsets,
        Replicates = replicates,
        answer.Lanes,
        Total = answer.Effects.Select(e => new
        {
            Indicator = e.Indicator.Words,
            e.Indicator.Unit,
            Period = e.Indicator.Period.ToString(),
            e.Summary.Median,
            e.Summary.P05,
            e.Summary.P95,
            e.Summary.Mean,
            e.Summary.ShareSameSign,
            Gap = e.Whole.Gap.Length > 0 ? e.Whole.Gap : null,
            Verdict = e.Summary.Verdict.Name(),
            e.Remainder,
        }),
        Provisions = answer.Effects.SelectMany(e => e.Parts.Select(p => new
        {
            p.Player.Agreement,
            p.Player.Provision,
            Indicator = e.Indicator.Words,
            p.Band.Median,
            P05 = p.Band.Lower,
            P95 = p.Band.Upper,
            p.Mean,
            p.Defined,
            p.SamplingError,
        })),
        FourLines = answer.Effects.Where(e => e.Lines is not null).SelectMany(e => Lines(e.Lines!).Select(l => new
        {
            Indicator = e.Indicator.Words,
            Part = l.Words,
            l.Band.Median,
            P05 = l.Band.Lower,
            P95 = l.Band.Upper,
            l.Mean,
        })),
    });

    private static IEnumerable<(string Words, Band Band, double Mean)> Lines(FourLines lines) =>
        new[]
        {
            ("changed assumptions alone", lines.Assumptions),
            ("policy under the baseline's assumptions", lines.Policy),
            ("interaction of the two", lines.Interaction),
        }.Select(l => (l.Item1, Quantiles.Interval(Quantiles.WithoutNaN(l.Item2)), Quantiles.WithoutNaN(l.Item2).DefaultIfEmpty(double.NaN).Average()));

    /// <summary>Month by month: the level without any, the total, and the parts, whose means add up to it.</summary>
    private async Task WriteMonthsAsync()
    {
        foreach (var months in answer.Effects.GroupBy(e => e.Indicator.Name))
        {
            await Console.Out.WriteLineAsync();
            await Console.Out.WriteLineAsync($"{_parts.Places.Measured(months.Key, months.First().Indicator.Words)}, {months.First().Indicator.Unit}: mean of each part, month by month");
            int[] shown = [.. Enumerable.Range(0, answer.Players.Count).Where(p => months.Any(e => e.Parts[p].Values.Any(v => v is > 0 or < 0)))];
            new TerminalTable(["month", ">without", ">total", .. shown.Select(p => ">" + _parts[answer.Players[p]])])
                .With(months.Select(e => new[]
                {
                    e.Indicator.Period.ToString(), Figures.Level(e.Whole.BaseMedian, e.Indicator.Unit), Figures.Difference(e.Summary.Mean, e.Indicator.Unit),
                }.Concat(shown.Select(p => Figures.Difference(e.Parts[p].Mean, e.Indicator.Unit))).ToArray()))
                .Write();
        }
    }

    private async Task WriteEffectAsync(WhyEffect effect)
    {
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(
            $"{_parts.Places.Measured(effect.Indicator.Name, effect.Indicator.Words)}, {effect.Indicator.Unit}: total {Figures.Difference(effect.Summary.Mean, effect.Indicator.Unit)} ({Figures.Differences(effect.Summary.P05, effect.Summary.P95, effect.Indicator.Unit)}), {effect.Whole.VerdictInWords}");
        string[] headings = ["part", ">mean", ">90% interval", ">of the total"];
        var table = new TerminalTable(answer.IsExact ? headings : [.. headings, ">sampling error"]);
        foreach (var part in effect.Parts.Where(p => p.Values.Any(v => v is > 0 or < 0)).OrderByDescending(p => Math.Abs(p.Mean)))
        {
            string[] cells =
            [
                _parts[part.Player],
                Figures.Difference(part.Mean, effect.Indicator.Unit),
                $"{Figures.Difference(part.Band.Lower, effect.Indicator.Unit)} to {Figures.Difference(part.Band.Upper, effect.Indicator.Unit)}",
                effect.Summary.Mean == 0 ? "-" : Figures.Percent(part.Mean / effect.Summary.Mean),
            ];
            table.Add(answer.IsExact ? cells : [.. cells, Figures.Number(part.SamplingError)]);
        }

        table.Write();
        await WriteListAsync("no change", effect.Parts.Where(p => p.Defined > 0 && p.Values.All(v => v is 0 or double.NaN)));
        await WriteListAsync($"not defined ({effect.Whole.Other.Need.Nobody} without or with it)", effect.Parts.Where(p => p.Defined == 0));

        if (effect.Lines is { } lines)
        {
            await Console.Out.WriteLineAsync("The scenario also changes assumptions. The parts above are effects of the policy under the changed ones:");
            foreach (var (words, band, mean) in Lines(lines))
            {
                await Console.Out.WriteLineAsync($"  {words}: {Figures.Difference(mean, effect.Indicator.Unit)} ({Figures.Difference(band.Lower, effect.Indicator.Unit)} to {Figures.Difference(band.Upper, effect.Indicator.Unit)})");
            }
        }
    }

    private async Task WriteListAsync(string heading, IEnumerable<WhyPart> parts)
    {
        string[] names = [.. parts.Select(p => _parts[p.Player])];
        if (names.Length > 0)
        {
            await Console.Out.WriteLineAsync($"{heading}: {string.Join(", ", names)}");
        }
    }
}
