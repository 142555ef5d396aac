using System.Globalization;
using System.Text.RegularExpressions;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Reports;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Analysis.Tests.Words;

/// <summary>A story never contradicts the numbers it is made from.</summary>
public sealed partial class RunStoryTests
{
    private const int Results = 500;
    private const int Months = 24;

    private static readonly string[] Names = ["deaths in transit", "irregular entries COL>PAN", "encounters between ports MEX>USA", "legal admissions, all channels", "people protected in transit"];

    [Fact]
    public void Over_500_generated_results_sign_size_certainty_and_suspension_are_those_of_the_numbers()
    {
        var random = new Random(20220419);
        var (told, suspended, silent, likely) = (0, 0, 0, 0);
        for (var result = 0; result < Results; result++)
        {
            var facts = Generate(random);

            var story = RunStory.Of(facts);

            told += AssertChange(facts, story.Change);
            likely += story.Change.Contains("probably", StringComparison.Ordinal) ? 1 : 0;
            silent += facts.Effects.All(e => e.Summary.Verdict == Verdict.ExactlyZero) ? 1 : 0;
            suspended += AssertMeans(facts, story.Means);
            AssertCertainty(facts, story.Certainty);
        }

        // Each kind of story occurs, so that none is right for want of cases.
        Assert.True(told > 100 && suspended > 50 && silent > 10 && likely > 5, $"{told} told, {suspended} suspended, {silent} silent, {likely} likely");
    }

    [Fact]
    public void A_story_reads_as_people_speak()
    {
        var facts = new StoryFacts(
            "The arrangement", "the history", Month("2021-01"),
            [EffectOn(Names[0], [.. Enumerable.Range(0, 20).Select(k => -148.0 - k)], 10_000)],
            [new StoryClause("referrals (400 places a month, assumed)", true, Table(20, (_, m) => m < 3 ? 0 : 400), Table(20, (k, m) => m < 3 || (k < 5 && m > 20) ? 0 : 400))],
            new RecordQuality(48, 44, 24, 7), 24);

        var story = RunStory.Of(facts);

        Assert.Equal("The arrangement lowers deaths in transit by 158 (90% interval 149 to 166), compared with the history, if its sizes are as assumed.", story.Change);
        Assert.Equal("It works through referrals (400 places a month, assumed). It is in force from April 2021 in all 20 simulations, and suspended for a time in 5 of 20; on average each clause delivers in at least 96.4% of its months.", story.Means);
        Assert.Equal(
            "The direction is clear for 1 of 1 main figures over 20 simulations, with the same random draws on both sides. All sizes are assumed, not published. The last 24 months come after the data that the model is fitted to. Of 48 observed monthly figures that the model is fitted to, 44 lie in the 90% interval, where about 43 should; of 24 others, 7, where about 22 should.",
            story.Certainty);
    }

    private static int AssertChange(StoryFacts facts, string words)
    {
        var told = 0;
        foreach (var effect in facts.Effects)
        {
            var figure = effect.Other.Name.StartsWith("people", StringComparison.Ordinal) ? "the number of " + effect.Other.Name : effect.Other.Name.Replace(", all channels", string.Empty, StringComparison.Ordinal);
            var claim = Regex.Match(words, $"(probably )?(raises|lowers) {Regex.Escape(figure)} by ((?:about )?[^ ]+) \\((?:90% interval )?((?:about )?[^ ]+) to ((?:about )?[^ ]+)\\)");
            var oneSided = Regex.Match(words, $"(raises|lowers) {Regex.Escape(figure)} in ([0-9]+) of ([0-9]+) simulations, with no change in the rest");
            if (oneSided.Success)
            {
                told++;
                var sign = oneSided.Groups[1].Value == "raises" ? 1 : -1;
                double[] pairs = [.. effect.Other.Values.Zip(effect.Base.Values, (o, b) => o - b).Where(double.IsFinite)];
                Assert.Equal((Verdict.OneSided, false), (effect.Summary.Verdict, effect.IsTiny));
                Assert.Equal(pairs.Count(d => d * sign > 0), int.Parse(oneSided.Groups[2].Value, CultureInfo.InvariantCulture));
                Assert.Equal(pairs.Length, int.Parse(oneSided.Groups[3].Value, CultureInfo.InvariantCulture));
                Assert.DoesNotContain(pairs, d => d * sign < 0);
                continue;
            }

            if (!claim.Success)
            {
                Assert.DoesNotContain(figure, words, StringComparison.Ordinal);
                continue;
            }

            told++;
            Assert.False(effect.IsTiny);
            Assert.Equal(claim.Groups[1].Success ? Verdict.Leaning : Verdict.Clear, effect.Summary.Verdict);
            Assert.Equal(effect.Summary.Median >= 0 ? "raises" : "lowers", claim.Groups[2].Value);
            double[] sizes = [.. claim.Groups.Values.Skip(3).Select(g => double.Parse(g.Value.Replace("about ", string.Empty, StringComparison.Ordinal).Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture))];
            Assert.Equal(Math.Abs(effect.Summary.Median), sizes[0], Math.Max(0.5, 0.005 * Math.Abs(effect.Summary.Median)));
            Assert.True(sizes[1] <= sizes[0] && sizes[0] <= sizes[2]);
        }

        Assert.Equal(Math.Min(3, facts.Effects.Count(e => e.Summary.Verdict is Verdict.Clear or Verdict.Leaning or Verdict.OneSided && !e.IsTiny)), told);
        Assert.Equal(facts.Effects.All(e => e.Summary.Verdict == Verdict.ExactlyZero), words.Contains("none of the main figures in any simulation", StringComparison.Ordinal));
        Assert.Equal(told == 0 && facts.Effects.Any(e => e.Summary.Verdict != Verdict.ExactlyZero), words.Contains("no main figure in a clear direction", StringComparison.Ordinal));
        return told;
    }

    private static int AssertMeans(StoryFacts facts, string words)
    {
        if (facts.Clauses.Count == 0)
        {
            Assert.StartsWith("It adds or changes no clause", words, StringComparison.Ordinal);
            return 0;
        }

        // Worked out anew, replicate by replicate.
        int Count(StoryClause clause, Func<double[], double[], bool> holds) => clause.Promised.Zip(clause.Delivered).Count(r => r.First.All(double.IsFinite) && holds(r.First, r.Second));
        var delivered = facts.Clauses.Max(c => Count(c, (_, d) => d.Any(v => v != 0)));
        var suspended = facts.Clauses.Max(c => Count(c, (p, d) => Enumerable.Range(0, Months).Any(m => p[m] != 0 && d[m] == 0)));
        Assert.Equal(delivered == 0, words.Contains("None of it is ever delivered", StringComparison.Ordinal));
        Assert.Equal(delivered > 0 && suspended > 0, words.Contains($"suspended for a time in {suspended} of ", StringComparison.Ordinal));
        Assert.Equal(delivered > 0 && suspended == 0, words.Contains("never suspended", StringComparison.Ordinal));
        AssertPlaces(facts, words);
        return suspended > 0 ? 1 : 0;
    }

    /// <summary>Places promised and delivered are sums over clauses and months, in the middle of the simulations that ran.</summary>
    private static void AssertPlaces(StoryFacts facts, string words)
    {
        StoryClause[] places = [.. facts.Clauses.Where(c => c.IsPlaces)];
        var told = PlacesTold().Match(words);
        var all = AllPlaces().Match(words);
        if (places.Length == 0)
        {
            Assert.False(told.Success || all.Success, words);
            return;
        }

        double Middle(Func<StoryClause, double[][]> of)
        {
            double[] sums = [.. Enumerable.Range(0, of(places[0]).Length).Select(r => places.Sum(c => of(c)[r].Sum())).Where(double.IsFinite).Order()];
            return sums.Length == 0 ? double.NaN : (sums[(sums.Length - 1) / 2] + sums[sums.Length / 2]) / 2;
        }

        var (promised, delivered) = (Middle(c => c.Promised), Middle(c => c.Delivered));
        Assert.Equal(promised >= 1, told.Success || all.Success);
        Assert.Equal(promised >= 1 && Math.Round(promised) == Math.Round(delivered), all.Success);
        if (told.Success)
        {
            Assert.Equal(promised, double.Parse(told.Groups[2].Value, NumberStyles.Number, CultureInfo.InvariantCulture), Math.Max(0.5, 0.005 * promised));
            Assert.Equal(delivered, double.Parse(told.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture), Math.Max(0.5, 0.005 * promised));
        }
    }

    private static void AssertCertainty(StoryFacts facts, string words)
    {
        Assert.StartsWith($"The direction is clear for {facts.Effects.Count(e => e.Summary.Verdict == Verdict.Clear)} of {facts.Effects.Count} main figures", words, StringComparison.Ordinal);
        Assert.Equal(facts.Clauses.Count > 0 && facts.Clauses.All(c => c.IsAssumed), words.Contains("All sizes are assumed", StringComparison.Ordinal));
        Assert.Equal(facts.ProjectedMonths is null, words.Contains("not fitted to data", StringComparison.Ordinal));
        Assert.Equal(facts.ProjectedMonths > 0, AfterTheFit().IsMatch(words));
        Assert.Equal(facts.Quality is not null, facts.Quality is { } quality && words.EndsWith(quality.Words, StringComparison.Ordinal));
    }

    private static StoryFacts Generate(Random random)
    {
        var replicates = random.Next(8, 65);
        var isSilent = random.Next(20) == 0;
        return new StoryFacts(
            "The scenario", "the baseline", Month("2021-01"),
            [.. Names.Select(name => EffectOn(name, isSilent ? new double[replicates] : Differences(random, replicates), Math.Pow(10, random.Next(1, 8))))],
            [.. Enumerable.Range(0, random.Next(0, 6)).Select(i => Clause(random, $"clause {i}", replicates))],
            random.Next(3) == 0 ? null : new RecordQuality(random.Next(0, 50), 0, random.Next(0, 50), 0),
            random.Next(4) switch { 0 => null, 1 => 0, 2 => 1, _ => random.Next(2, 30) });
    }

    /// <summary>Differences of every kind: one sign, mostly one sign, both, tiny, none, some replicates failed.</summary>
    private static double[] Differences(Random random, int replicates)
    {
        var (middle, spread, sign) = (Math.Pow(10, random.Next(-2, 6)), random.NextDouble() * 2, random.Next(2) == 0 ? 1 : -1);
        var zeros = random.Next(4) == 0 ? random.NextDouble() : 0;
        var failed = random.Next(6) == 0 ? 0.1 : 0;
        return random.Next(8) == 0
            ? new double[replicates]
            : [.. Enumerable.Range(0, replicates).Select(_ => random.NextDouble() < failed ? double.NaN : random.NextDouble() < zeros ? 0 : sign * middle * (1 + (spread * ((2 * random.NextDouble()) - 1))))];
    }

    private static StoryClause Clause(Random random, string name, int replicates)
    {
        var (from, share, never) = (random.Next(0, Months), random.Next(3) == 0 ? random.NextDouble() : 0, random.Next(8) == 0);
        var promised = Table(replicates, (_, m) => m >= from ? 100 : 0);
        var delivered = Table(replicates, (_, m) => never || m < from || random.NextDouble() < share ? 0 : 100);
        return new StoryClause(name, random.Next(2) == 0, promised, delivered) { IsPlaces = random.Next(2) == 0 };
    }

    private static Effect EffectOn(string name, double[] differences, double level)
    {
        var period = new Period(Month("2021-01"), Month("2022-12"));
        double[] before = [.. differences.Select((d, k) => double.IsNaN(d) ? double.NaN : level + k)];
        return Effect.Of(new IndicatorValues(name, "persons", period, before), new IndicatorValues(name, "persons", period, [.. before.Zip(differences, (b, d) => b + d)]));
    }

    private static double[][] Table(int replicates, Func<int, int, double> value) => [.. Enumerable.Range(0, replicates).Select(k => Enumerable.Range(0, Months).Select(m => value(k, m)).ToArray())];

    private static int Month(string text) => Model.Policy.CalendarMonth.Parse(text);

    [GeneratedRegex("simulation, ([0-9,.]+) of ([0-9,.]+) promised places are delivered")]
    private static partial Regex PlacesTold();

    [GeneratedRegex("all ([0-9,.]+) promised places are delivered")]
    private static partial Regex AllPlaces();

    [GeneratedRegex("after the data")]
    private static partial Regex AfterTheFit();
}
