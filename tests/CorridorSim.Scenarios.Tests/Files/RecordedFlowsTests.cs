using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class RecordedFlowsTests
{
    private const string Base = "americas-history.yaml";

    [Fact]
    public void Recording_flows_adds_the_origins_of_admissions_and_arrivals_to_the_headline()
    {
        var headline = Recorded("headline");
        var flows = Recorded("flows");

        Assert.Empty(headline.Except(flows));
        Assert.Contains(new SeriesKey(Indicators.Admissions, "usa-parole", "VEN"), flows);
        Assert.Contains(new SeriesKey(Indicators.IrregularEntries, "COL>PAN", "VEN"), flows);
        Assert.Contains(new SeriesKey(Indicators.IrregularArrivals, "MEX>USA", "MEX"), flows);
        Assert.DoesNotContain(new SeriesKey(Indicators.Queue, "usa-parole", "VEN"), flows);
    }

    private static SeriesKey[] Recorded(string record)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, Base), [$"outputs.record={record}"], bag);
        Assert.False(bag.HasErrors);
        return [.. Model.Engine.BlockPlan.Compile(compiled!.Experiment).Series.Select(s => s.Key)];
    }
}
