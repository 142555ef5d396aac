using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Effects;

/// <summary>Agreements are told with names in place of identifiers, and with identifiers where the world is not found any more.</summary>
public sealed class StatusWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("admissions:usa-resettlement", "legal admissions, United States: resettlement")]
    [InlineData("irregular-entries:COL>PAN", "irregular entries, Colombia to Panama")]
    public void A_series_is_named_with_its_place(string series, string words)
    {
        Assert.Equal(words, Words().Series(series));
        Assert.Equal(series, new StatusWords(null).Series(series));
    }

    [Theory]
    [InlineData("us-panama/safe-transit", "safe transit")]
    [InlineData("MEX-measures/visa-ecuador", "Mexico: visa for Ecuadorians")]
    [InlineData("chnv/all-four", "parole for all four nationalities")]
    [InlineData("no-such/all-four", "all four")]
    [InlineData("safe-transit", "safe transit")]
    public void A_clause_is_named_by_its_title_else_by_its_words_and_a_measure_by_whose_it_is(string path, string words)
    {
        Assert.Equal(words, Words().Provision(path));
        Assert.Equal(path, new StatusWords(null).Provision(path));
    }

    [Theory]
    [InlineData(0.9596, "96% of the median effect on deaths")]
    [InlineData(1.0958, "100% of the median effect on deaths")]
    public void An_effect_that_is_its_assumption_is_never_more_than_all_of_it(double share, string words) =>
        Assert.StartsWith(words, Words().Of(new DirectSize(new IndicatorName("deaths"), "us-panama/safe-transit", 0.7, share, true)), StringComparison.Ordinal);

    private static StatusWords Words()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [], bag);
        Assert.Empty(bag.Sorted);
        return new StatusWords(new PlaceWords(compiled!.Experiment.World));
    }
}
