using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Attribution;

public sealed class PartWordsTests
{
    [Fact]
    public void Clauses_of_one_agreement_are_called_by_their_own_words() =>
        Assert.Equal(["referrals", "protection", "safe transit"], Words("us-panama-2022.yaml"));

    [Fact]
    public void Clauses_of_several_agreements_have_their_titles_and_none_has_a_code()
    {
        var words = Words("regional-compact.yaml");

        Assert.Equal(words.Distinct(), words);
        Assert.Contains(words, w => w.EndsWith("(Appointments at ports through CBP One)", StringComparison.Ordinal));
        Assert.DoesNotContain(words, w => w.Contains('/', StringComparison.Ordinal) || w.Contains("-measures", StringComparison.Ordinal));
    }

    [Fact]
    public void Whole_agreements_have_their_titles() =>
        Assert.Equal(["US-Panama Bilateral Arrangement on Migration and Protection"], Words("us-panama-2022.yaml", byAgreement: true));

    [Fact]
    public void Changed_dates_and_conditions_are_said_to_be_such() =>
        Assert.Equal(
            ["dates and conditions"],
            Words("us-panama-2022.yaml", p => [p with { Provision = WhyQuestion.Terms }]));

    private static string[] Words(string file, Func<WhyPlayer, WhyPlayer[]>? change = null, bool byAgreement = false)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, file), [], bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
        var players = WhyQuestion.Of(compiled.Experiment, byAgreement).Players;
        players = change is null ? players : change(players[0]);
        var words = new PartWords(new PlaceWords(compiled.Experiment.World), players);
        return [.. players.Select(p => words[p])];
    }
}
