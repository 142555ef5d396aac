using System.Globalization;
using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Cli.Verbs;

/// <summary>What an attribution says.</summary>
internal sealed class WhyReport(CompiledScenario compiled, int replicates, WhyAnswer answer)
{
    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync($"{compiled.Scenario.Title}: what each part brings, against {compiled.Parent!.Id}");
        var how = answer.IsExact
            ? "all subsets"
            : "sampled orders of joining, whose error stands beside each part";
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Players.Count} parts that differ, {answer.Subsets} subsets ({how}) x {replicates} replicates, same luck; means add up to the total, with 90 % intervals over replicates"));
        foreach (var effect in answer.Effects)
        {
            await WriteEffectAsync(effect);
        }
    }

    public Task WriteJsonAsync() => Words.WriteJsonAsync(new
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
            Verdict = Words.Of(e.Summary.Verdict),
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
            ("policy under the base's assumptions", lines.Policy),
            ("interaction of the two", lines.Interaction),
        }.Select(l => (l.Item1, Quantiles.Interval(Quantiles.WithoutNaN(l.Item2)), Quantiles.WithoutNaN(l.Item2).DefaultIfEmpty(double.NaN).Average()));

    private async Task WriteEffectAsync(WhyEffect effect)
    {
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(
            $"{effect.Indicator.Words}, {effect.Indicator.Unit}: total {Words.Signed(effect.Summary.Mean)} ({Words.Signed(effect.Summary.P05)} to {Words.Signed(effect.Summary.P95)}), {Words.Of(effect.Summary.Verdict)}");
        string[] headings = ["part", ">mean", ">90 % interval", ">of the total"];
        var table = new TerminalTable(answer.IsExact ? headings : [.. headings, ">sampling error"]);
        foreach (var part in effect.Parts.Where(p => p.Values.Any(v => v != 0)).OrderByDescending(p => Math.Abs(p.Mean)))
        {
            string[] cells =
            [
                part.Player.ToString(),
                Words.Signed(part.Mean),
                $"{Words.Signed(part.Band.Lower)} to {Words.Signed(part.Band.Upper)}",
                effect.Summary.Mean == 0 ? "-" : Words.Percent(part.Mean / effect.Summary.Mean),
            ];
            table.Add(answer.IsExact ? cells : [.. cells, Words.Number(part.SamplingError)]);
        }

        table.Write();
        string[] idle = [.. effect.Parts.Where(p => p.Values.All(v => v == 0)).Select(p => p.Player.ToString())];
        if (idle.Length > 0)
        {
            await Console.Out.WriteLineAsync($"exactly nothing: {string.Join(", ", idle)}");
        }

        if (effect.Lines is { } lines)
        {
            await Console.Out.WriteLineAsync("the scenario changes assumptions as well; the parts above are those of the policy under the changed ones:");
            foreach (var (words, band, mean) in Lines(lines))
            {
                await Console.Out.WriteLineAsync($"  {words}: {Words.Signed(mean)} ({Words.Signed(band.Lower)} to {Words.Signed(band.Upper)})");
            }
        }
    }
}
