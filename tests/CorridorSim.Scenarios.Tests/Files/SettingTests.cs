using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>One spelling of paths, and what is wrong with settings.</summary>
public sealed class SettingTests
{
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    [Theory]
    [InlineData("agreements.us-panama.referrals.places-per-month")]
    [InlineData("agreements.us-panama.referrals.places-per-month.value")]
    [InlineData("agreements.us-panama.provisions.referrals.places-per-month")]
    [InlineData("agreements.us-panama.provisions.referrals.places-per-month.value")]
    public void A_size_has_the_same_path_with_and_without_provisions_and_value(string path)
    {
        Assert.Equal(Referrals, ScenarioPath.OfInput(path));

        var size = Load($"{path}=900").Scenario.Instruments.Single(i => i.Id == "us-panama").Provisions.Single(p => p.Id == "referrals").Size;

        Assert.Equal((900, 2000, "assumption"), (size.Value.Central, size.Range![1], size.Basis));
    }

    [Theory]
    [InlineData("behaviour.visa-penalty")]
    [InlineData("assumptions.behaviour.visa-penalty")]
    public void A_world_parameter_has_the_same_path_with_and_without_assumptions(string path)
    {
        Assert.Equal("behaviour.visa-penalty", ScenarioPath.OfInput(path));
        Assert.Equal(3, Load($"{path}=3").Scenario.Assumptions["behaviour.visa-penalty"].Central);
    }

    [Fact]
    public void Measures_conditions_dates_and_switches_have_paths_too()
    {
        Assert.Equal("measures.USA.provisions.x.share", ScenarioPath.OfInput("measures.USA.x.share"));
        Assert.Equal(["measures", "USA", "x", "share"], ScenarioPath.InFile("measures.USA.provisions.x.share"));
        Assert.Equal("agreements.us-panama.conditions.suspend-when.above", ScenarioPath.OfInput("agreements.us-panama.conditions.suspend-when.above"));
        Assert.Equal(["agreements", "us-panama", "conditions", "sunset"], ScenarioPath.InFile("agreements.us-panama.sunset"));
        Assert.Equal(5, Load("agreements.us-panama.conditions.suspend-when.above=5").Scenario.Instruments.Single(i => i.Id == "us-panama").Conditions.Single().Threshold);
        Assert.DoesNotContain(Load("agreements.us-panama.in-force=0").Scenario.Instruments, i => i.Id == "us-panama");
        Assert.Equal(2, Load("agreements.us-panama.referrals.in-force=0").Scenario.Instruments.Single(i => i.Id == "us-panama").Provisions.Count);
        Assert.Equal(3, Load("agreements.us-panama.in-force=1").Scenario.Instruments.Single(i => i.Id == "us-panama").Provisions.Count);
    }

    [Theory]
    [InlineData("us-panama.places-per-month=900", "such as agreements.us-panama.referrals.places-per-month")]
    [InlineData("us-panama.referrals.places-per-month=900", "such as agreements.us-panama.referrals.places-per-month")]
    [InlineData("referrals.places-per-month=900", "such as agreements.us-panama.referrals.places-per-month")]
    [InlineData("us-panama-2022.places-per-month=900", "unknown key 'us-panama-2022'")]
    [InlineData("ensemble.replicatez=", "has no value")]
    [InlineData("ensemble.replicatez=4", "unknown key 'replicatez'; did you mean 'replicates'?")]
    [InlineData("ensemble.replicatez=null", "there is no 'replicatez' to remove; did you mean 'replicates'?")]
    [InlineData("enssemble.replicates=4", "unknown key 'enssemble'; did you mean 'ensemble'?")]
    [InlineData("behaviour.visa-penality=4", "unknown world parameter 'behaviour.visa-penality'; did you mean 'behaviour.visa-penalty'?")]
    [InlineData("agreements.us-panama.referals.places-per-month=4", "us-panama has no 'referals'; did you mean 'referrals'? A new one needs a lever")]
    [InlineData("agreements.us-panma.referrals.places-per-month=4", "did you mean 'us-panama'?")]
    [InlineData("agreements.us-panama.referrals.places-per-month=1,000", "'1,000' is not a number; write 1000")]
    [InlineData("agreements.us-panama.referrals.places-per-month=-5", "must lie between 0 and 1000000")]
    [InlineData("agreements.us-panama.in-force=2", "'in-force' is 0 or 1")]
    [InlineData("noequals", "not of the form path=value")]
    [InlineData("ensemble.seed=1.5", "whole number")]
    public void A_setting_that_means_nothing_is_refused_with_what_was_probably_meant(string setting, string message)
    {
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [setting], bag));
        Assert.Contains(bag.Sorted, d => d.Message.Contains(message, StringComparison.Ordinal));
    }

    private static CompiledScenario Load(string setting)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [setting], bag);
        Assert.Empty(bag.Sorted);
        return compiled!;
    }
}
