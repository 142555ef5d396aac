using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Evidence;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Validation;

public sealed class EvidenceTests
{
    private static readonly SeriesKey Border = new("encounters", "border", "ALL");
    private static readonly SeriesKey Ports = new("ports", "border", "ALL");

    // Without the measure 200 and 100 in the first month, 100 and 100 in the second; with it 100 and 400, then 150 and 400.
    private static readonly Pair Without = new(new() { [Border] = [200, 100], [Ports] = [100, 100] });
    private static readonly Pair With = new(new() { [Border] = [100, 150], [Ports] = [400, 400] });

    [Theory]
    [InlineData(EvidenceKind.Change, 0, 0, -0.5)]
    [InlineData(EvidenceKind.Change, 0, 1, -1.0 / 6)]
    [InlineData(EvidenceKind.Clear, 1, 1, 0.5)]
    [InlineData(EvidenceKind.Elasticity, 0, 0, -0.5)]
    [InlineData(EvidenceKind.Order, 0, 0, -3.5)]
    [InlineData(EvidenceKind.Ratio, 0, 0, -1.0 / 3)]
    [InlineData(EvidenceKind.MonthsBelow, 0, 1, 0.5)]
    public void Each_kind_is_worked_out_as_it_says(EvidenceKind kind, int first, int last, double expected) =>
        Assert.Equal(expected, EvidenceResult.Of(Row(kind, first, last, -9, 9), Without, With).Model.Median, 9);

    [Theory]
    [InlineData(-0.5, -0.1, true)]
    [InlineData(-0.4, -0.1, false)]
    [InlineData(-0.9, -0.6, false)]
    public void A_median_outside_the_range_does_not_agree(double low, double high, bool agrees) =>
        Assert.Equal(agrees, EvidenceResult.Of(Row(EvidenceKind.Change, 0, 0, low, high), Without, With).Agrees);

    [Fact]
    public void Months_outside_the_run_are_refused() =>
        Assert.Throws<StudyException>(() => EvidenceResult.Of(Row(EvidenceKind.Change, 0, 5, -1, 1), Without, With));

    [Fact]
    public void Every_row_of_the_shipped_table_can_be_read_and_names_its_source()
    {
        var bag = new DiagnosticBag();

        var rows = EvidenceTable.Read(Path.Combine(Repository.Scenarios, "worlds", "americas", "evidence.csv"), bag);

        Assert.Empty(bag.Sorted);
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.True(File.Exists(Path.Combine(Repository.Scenarios, "worlds", "americas", r.Scenario)), r.Scenario));
    }

    private static EvidenceRow Row(EvidenceKind kind, int first, int last, double low, double high) =>
        new("m", "o", "s", string.Empty, new Period(first, last), kind, [Border], [Ports], low, high, "p", "s");

    /// <summary>Two equal replicates.</summary>
    private sealed class Pair(Dictionary<SeriesKey, double[]> values) : IEnsemble
    {
        public string Name => "pair";

        public ulong Seed => 1;

        public int Replicates => 2;

        public int FirstMonth => 0;

        public int Months => 2;

        public IReadOnlyList<string> HeadlinePassages => [];

        public IReadOnlyList<(SeriesKey Key, string Unit)> Series => [.. values.Keys.Select(k => (k, "events/month"))];

        public IReadOnlySet<int> Failed { get; } = new HashSet<int>();

        public IReadOnlyList<PolicyAct> Acts => [];

        public double[][] Monthly(SeriesKey key) => [values[key], values[key]];
    }
}
