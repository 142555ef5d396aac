using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Worlds;

/// <summary>Dated measures of Europe's southern routes: the sign of each, and nothing where nothing leads.</summary>
public sealed class MediterraneanDirectionTests
{
    [Fact]
    public void Closing_the_land_border_at_the_Evros_lowers_land_by_more_than_nine_tenths_raises_the_sea_and_leaves_Albanians_alone()
    {
        var (with, without) = Pair("mediterranean-holdout-2011.yaml", "measures.GRC.operation-shield.in-force=0", "2013-07");
        var months = Period.TryParse("2012-09..2013-07");

        var (open, closed) = (Values(without, "irregular-entries:TUR>GRC:land", months), Values(with, "irregular-entries:TUR>GRC:land", months));
        Assert.All(open.Zip(closed), p => Assert.True(p.Second < 0.1 * p.First, $"{p.First} {p.Second}"));
        Assert.True(PairedDifference.Between(Values(without, "irregular-entries:TUR>GRC", months), Values(with, "irregular-entries:TUR>GRC", months)).P05 > 0);
        Assert.Equal(Values(without, "encounters-between-ports:ALB>GRC", months), Values(with, "encounters-between-ports:ALB>GRC", months));
    }

    [Fact]
    public void Returns_act_by_how_many_are_seen_to_be_returned_and_people_are_conserved()
    {
        const string Months = "2016-05..2016-12";
        var (promised, none) = Pair("eu-turkey-2016.yaml", "agreements.eu-turkey-2016.in-force=0", "2016-12", "agreements.eu-turkey-2016.announced.in-force=0");
        var (delivered, _) = Pair("eu-turkey-2016.yaml", "agreements.eu-turkey-2016.in-force=0", "2016-12", "agreements.eu-turkey-2016.announced.in-force=0", "dose=delivered");
        var period = Period.TryParse(Months);

        var (all, few, nobody) = (Values(promised, "irregular-entries:TUR>GRC", period), Values(delivered, "irregular-entries:TUR>GRC", period), Values(none, "irregular-entries:TUR>GRC", period));

        Assert.All(all.Zip(nobody), p => Assert.True(p.First < 0.4 * p.Second, $"{p.First} {p.Second}"));
        Assert.InRange(few.Zip(nobody, (f, n) => f / n).Average(), 0.9, 1.0);
    }

    private static (IEnsemble With, IEnsemble Without) Pair(string file, string without, string until, params string[] settings) =>
        (Run(file, [.. settings, $"horizon.to={until}"]), Run(file, [without, .. settings.Where(s => !s.StartsWith(without.Split(".in-force")[0], StringComparison.Ordinal)), $"horizon.to={until}"]));

    private static ResultEnsemble Run(string file, string[] settings)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, file), settings, bag);
        Assert.Empty(bag.Sorted);
        var plan = BlockPlan.Compile(compiled!.Experiment with { Replicates = 8, Variants = [compiled.Experiment.Variants[0]], Recorded = null });
        var block = BlockSimulation.Run(plan, new LaneRange(0, 8), TestContext.Current.CancellationToken);
        Assert.Empty(block.Failures);
        Assert.InRange(block.LedgerError, 0, 1e-9);
        return new ResultEnsemble(new ExperimentResult { Plan = plan, Blocks = [block], Elapsed = TimeSpan.Zero }, 0);
    }

    private static double[] Values(IEnsemble ensemble, string indicator, Period? months) => new IndicatorReader(ensemble).Over(IndicatorName.Parse(indicator), months).Values;
}
