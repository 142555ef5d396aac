using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>What a user set on top of a file is told in words, from what to what; and what a lever moves has its value of today beside it.</summary>
public sealed class SettingChangeTests
{
    [Theory]
    [InlineData("agreements.us-panama.provisions.referrals.places-per-month.value=900", "referrals (US-Panama Bilateral Arrangement on Migration and Protection): 400 \u2192 900 persons/month")]
    [InlineData("agreements.us-panama.provisions.referrals.places-per-month=900", "referrals (US-Panama Bilateral Arrangement on Migration and Protection): 400 \u2192 900 persons/month")]
    [InlineData("agreements.us-panama.referrals.places-per-month=900", "referrals (US-Panama Bilateral Arrangement on Migration and Protection): 400 \u2192 900 persons/month")]
    [InlineData("agreements.us-panama.provisions.referrals.ramp-months=3", "referrals, ramp months (US-Panama Bilateral Arrangement on Migration and Protection):")]
    [InlineData("horizon.to=2023-06", "last month: 2024-12 \u2192 2023-06")]
    [InlineData("assumptions.behaviour.give-up-value=0.3", "\u2192 0.3")]
    public void A_setting_is_told_from_what_to_what(string setting, string words)
    {
        var compiled = Load("us-panama-2022", setting);

        var told = SettingWords.Of(compiled, Assert.Single(compiled.Loaded.Changes));

        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.DoesNotContain("agreements.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("behaviour.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-panama-2022", "agreements.us-panama.provisions.referrals.places-per-month", "agreements.us-panama.referrals.places-per-month")]
    [InlineData("us-panama-2022", "agreements.us-panama.provisions.referrals.places-per-month", "agreements.us-panama.referrals.places-per-month.value")]
    [InlineData("us-panama-2022", "agreements.us-panama.provisions.referrals.places-per-month", "agreements.us-panama.provisions.referrals.places-per-month.value")]
    [InlineData("displaced-schemes", "measures.GBR.provisions.family-scheme.places-per-month", "measures.GBR.family-scheme.places-per-month")]
    [InlineData("displaced-schemes", "measures.GBR.provisions.family-scheme.places-per-month", "measures.GBR.provisions.family-scheme.places-per-month.value")]
    public void Every_spelling_of_a_path_sets_the_same_value(string scenario, string path, string spelling)
    {
        var compiled = Load(scenario, $"{spelling}=900");

        Assert.True(compiled.World.Slots.TryFind(path, out var slot));
        Assert.Equal(900, compiled.Experiment.Variants[0].Settings.Where(s => s.Slot == slot).Select(s => s.Value).DefaultIfEmpty(compiled.World.Slots[slot].Value).Single().Central);
    }

    [Fact]
    public void Nothing_set_is_nothing_changed() => Assert.Empty(Load("us-panama-2022").Loaded.Changes);

    [Fact]
    public void Todays_value_joins_the_size_as_the_lever_does()
    {
        var compiled = Load("us-panama-2022");
        var clauses = compiled.Scenario.Instruments.Single(i => i.Id == "us-panama").Provisions;

        Assert.All(clauses, clause => Assert.NotNull(TodaysValue.Of(compiled, clause)));
        Assert.Equal("0.05 \u2192 0.55", new TodaysValue(0.05, 0.05, Model.Policy.Combination.Replace).Words(0.55));
        Assert.Equal("500 \u2192 900", new TodaysValue(500, 500, Model.Policy.Combination.Add).Words(400));
        Assert.Equal("0.002 \u2192 0.0014", new TodaysValue(0.002, 0.002, Model.Policy.Combination.Multiply).Words(0.7));
        Assert.Equal("0.1 to 0.3 \u2192 0.5", new TodaysValue(0.1, 0.3, Model.Policy.Combination.Replace).Words(0.5));
    }

    private static CompiledScenario Load(string name, params string[] settings)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(Path.Combine(Repository.Scenarios, $"{name}.yaml"), settings, bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }
}
