using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class ComparisonFileTests : IDisposable
{
    private const string Head = "corridorsim: 1\nid: c\nbaseline: run-a\nruns: [run-b]\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_comparison_is_read_with_its_thresholds()
    {
        var comparison = Load(Head + "at: 2024\nensemble: { replicates: 8 }\nthresholds: { t: { indicator: deaths, statistic: p05, above: 3 } }\n", out var bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal(("run-a", "2024", 8), (comparison!.Baseline, comparison.At, comparison.Replicates));
        Assert.Equal(new ThresholdText("t", "deaths", "p05", true, 3), Assert.Single(comparison.Thresholds));
    }

    [Theory]
    [InlineData("id: c\nbaseline: a\nruns: [b]\n", "1:1", "corridorsim: 1")]
    [InlineData("corridorsim: 1\nid: c\nruns: [b]\n", "1:1", "'baseline' is missing")]
    [InlineData("corridorsim: 1\nid: c\nbaseline: a\n", "1:1", "list 1 to 64")]
    [InlineData("corridorsim: 1\nid: c\nbaseline: a.yaml\nruns: [b]\n", "3:11", "no scenario file 'a.yaml'")]
    [InlineData(Head + "run: 1\n", "5:1", "did you mean 'runs'")]
    [InlineData(Head + "thresholds: { t: { indicator: deaths } }\n", "5:15", "either 'above' or 'below'")]
    [InlineData(Head + "thresholds: { t: { indicator: deaths, above: 1, statistic: p5 } }\n", "5:60", "did you mean 'p05'")]
    [InlineData(Head + "thresholds: { t: { above: 1 } }\n", "5:18", "'indicator' is missing")]
    public void A_wrong_comparison_is_named_with_place_cause_and_remedy(string text, string place, string cause)
    {
        Assert.Null(Load(text, out var bag));

        Assert.Contains(bag.Sorted, d => d.ToString().Contains($"c.compare.yaml:{place}:", StringComparison.Ordinal) && d.Message.Contains(cause, StringComparison.Ordinal));
    }

    private ComparisonText? Load(string text, out DiagnosticBag bag)
    {
        var path = Path.Combine(_folder, "c.compare.yaml");
        File.WriteAllText(path, text);
        bag = new DiagnosticBag();
        return ComparisonFile.Load(path, bag);
    }
}
