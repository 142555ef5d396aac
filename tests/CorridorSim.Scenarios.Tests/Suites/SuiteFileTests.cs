using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Scenarios.Tests.Suites;

/// <summary>Suites of natural experiments are read with everything they name.</summary>
public sealed class SuiteFileTests(ScenarioFolder folder) : IClassFixture<ScenarioFolder>
{
    [Theory]
    [InlineData("americas", 7)]
    [InlineData("mediterranean", 8)]
    public void A_shipped_suite_is_valid(string name, int runnable)
    {
        var bag = new DiagnosticBag();

        var plan = SuiteFile.Load(Path.Combine(Repository.Scenarios, name + SuiteFile.Ending), null, bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal(runnable, plan!.Experiments.Count(e => !e.AwaitsMonths));
        Assert.All(plan.Experiments.Where(e => !e.AwaitsMonths), e => Assert.NotNull(e.Without));
        Assert.All(plan.Experiments, e => Assert.Contains(e.Series, s => s.Role == SeriesRole.Treated));
    }

    [Theory]
    [InlineData("treated: [\"irregular-entries:central/ALLL\"]", "the observations hold no 'irregular-entries:central/ALLL'; did you mean")]
    [InlineData("treated: [\"irregular-entries:central/ALL\"]\n    date: 2012-13", "'2012-13' is not a date")]
    [InlineData("treated: [\"irregular-entries:central/ALL\"]\n    horizon: 2", "'horizon' is 2; it must lie between 3 and 60")]
    [InlineData("treated: [\"irregular-entries:central/ALL\"]\n    measures: [measures.GRC.nothing]", "there is no 'nothing' to remove")]
    [InlineData("diverted: [\"irregular-entries:central/ALL\"]", "names no treated series")]
    public void What_is_wrong_is_said_with_its_place(string lines, string message)
    {
        var date = lines.Contains("date:", StringComparison.Ordinal) ? string.Empty : "\n    date: 2012-08";
        var file = folder.Write("test.suite.yaml", $"corridorsim: 1\nid: test\nobservations: worlds/mediterranean/observations.csv\nexperiments:\n  evros:\n    scenario: mediterranean-history.yaml{date}\n    {lines}\n");
        var bag = new DiagnosticBag();

        Assert.Null(SuiteFile.Load(file, null, bag));

        Assert.Contains(bag.Sorted, d => d.Message.Contains(message, StringComparison.Ordinal) && d.Line > 0);
    }
}
