using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Tests.Attribution;

public sealed class WhyStudyTests
{
    private static readonly string[] Clauses = ["first", "twin", "idle", "border", "late", "road"];

    private static readonly IndicatorName[] Asked = [new("admissions"), new("deaths"), new("legal-share")];

    [Fact]
    public async Task Parts_add_up_twins_share_alike_and_an_idle_clause_brings_exactly_nothing()
    {
        var answer = await AskAsync(Pact(), new WhyOptions());

        Assert.Equal((true, 64, 64 * 12L), (answer.IsExact, answer.Subsets, answer.Lanes));
        Assert.Equal(Clauses, answer.Players.Select(p => p.Provision).OrderBy(p => Array.IndexOf(Clauses, p)));
        Assert.All(answer.Effects, effect => Assert.InRange(effect.Remainder, 0, 1e-12));
        var admissions = Parts(answer, "admissions");
        Assert.All(admissions["idle"].Values, v => Assert.Equal(0, v));
        Assert.All(admissions["first"].Values.Zip(admissions["twin"].Values), p => Assert.Equal(p.First, p.Second, 1e-9 * Math.Abs(p.First)));
        Assert.All(admissions["first"].Values, v => Assert.True(v > 0));
    }

    [Fact]
    public async Task Sampled_orders_add_up_as_well_and_agree_with_all_subsets_within_their_error()
    {
        var exact = await AskAsync(Pact(), new WhyOptions());
        var sampled = await AskAsync(Pact(), new WhyOptions { MostExact = 3, OrderPairs = 24 });

        Assert.False(sampled.IsExact);
        Assert.All(sampled.Effects, effect => Assert.InRange(effect.Remainder, 0, 1e-12));
        foreach (var (clause, part) in Parts(sampled, "deaths"))
        {
            var difference = Math.Abs(part.Mean - Parts(exact, "deaths")[clause].Mean);
            Assert.InRange(difference, 0, (4 * part.SamplingError) + 1e-9);
        }
    }

    [Fact]
    public async Task Changed_assumptions_are_told_apart_from_the_policy_and_the_lines_add_up()
    {
        var experiment = Pact(("eta", 1.1));

        var answer = await AskAsync(experiment, new WhyOptions());
        var whole = await new Runner(new LoopEngine()).RunAsync(experiment, new RunnerOptions());

        Assert.DoesNotContain(answer.Players, p => p.Provision.Length == 0);
        var lines = answer.Effects[1].Lines!;
        var effect = Effect.Of(
            new IndicatorReader(new ResultEnsemble(whole, 1)).Over(Asked[1]), new IndicatorReader(new ResultEnsemble(whole, 0)).Over(Asked[1]));
        for (var k = 0; k < 12; k++)
        {
            var sum = lines.Assumptions[k] + lines.Policy[k] + lines.Interaction[k];
            Assert.Equal(effect.Other.Values[k] - effect.Base.Values[k], sum, 1e-6);
        }

        Assert.Contains(lines.Assumptions, v => v != 0);
    }

    [Fact]
    public void Clauses_can_be_taken_together_by_agreement()
    {
        var question = WhyQuestion.Of(Pact(), byAgreement: true);

        Assert.Equal(["pact"], question.Players.Select(p => p.ToString()));
    }

    [Fact]
    public void A_scenario_that_changes_nothing_is_refused_with_the_reason()
    {
        var experiment = Pact();
        var same = experiment with { Variants = [experiment.Variants[1], experiment.Variants[1]] };

        var refusal = Assert.Throws<StudyException>(() => new WhyStudy(WhyQuestion.Of(same), Asked));

        Assert.Contains("no policy effect to split", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_add_up_to_the_whole_and_their_parts_to_each_month()
    {
        var whole = await AskAsync(Pact(), new WhyOptions());
        var months = await AskAsync(Pact(), new WhyOptions { IsMonthly = true });

        var flow = whole.Effects.First(e => e.Indicator.Name.Variable == "admissions");
        var monthly = months.Effects.Where(e => e.Indicator.Name == flow.Indicator.Name).ToArray();
        Assert.Equal(Pact().Months, monthly.Length);
        Assert.Equal(flow.Summary.Mean, monthly.Sum(m => m.Summary.Mean), 6);
        Assert.All(monthly, m => Assert.Equal(m.Summary.Mean, m.Parts.Sum(p => p.Mean), 6));
        Assert.Equal(flow.Parts[0].Mean, monthly.Sum(m => m.Parts[0].Mean), 6);
    }

    private static Dictionary<string, WhyPart> Parts(WhyAnswer answer, string indicator) =>
        answer.Effects.Single(e => e.Indicator.Name.ToString() == indicator).Parts.ToDictionary(p => p.Player.Provision);

    private static Task<WhyAnswer> AskAsync(Experiment experiment, WhyOptions options) =>
        new WhyStudy(WhyQuestion.Of(experiment), Asked, null, options)
            .AnswerAsync(new Runner(new LoopEngine()), new RunnerOptions { BlockSize = 64, Concurrency = 2 }, null, TestContext.Current.CancellationToken);

    private static Experiment Pact(params (string Path, double Value)[] assumptions)
    {
        var world = new SmallWorld().Declare();
        var start = SmallWorld.FirstMonth + 3;
        world.Enact(world.Agreement(
            "pact",
            [
                world.Provision("first", Combination.Add, 400, ["parole.places"], start),
                world.Provision("twin", Combination.Add, 400, ["parole.places"], start),
                world.Provision("idle", Combination.Add, 0, ["work-visa.places"], start),
                world.Provision("border", Combination.Replace, 0.7, ["ALF.expulsion-share"], start),
                world.Provision("late", Combination.Add, 300, ["work-visa.places"], start + 6),
                world.Provision("road", Combination.Multiply, 0.5, ["TRA:through.death"], start),
            ]));
        var without = world.Variant("without", [.. Clauses.Select(c => ($"{c}.in-force", 0.0))]);
        return world.Experiment(12, 15, 7, world.Variant("with", assumptions), without);
    }
}
