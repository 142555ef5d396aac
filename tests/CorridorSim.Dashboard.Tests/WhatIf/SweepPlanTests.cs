using CorridorSim.Dashboard.Knobs;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.WhatIf;

public sealed class SweepPlanTests
{
    private static readonly ScenarioCatalogue Catalogue = new(Path.Combine(Repository.Root, "scenarios"));

    [Fact]
    public void A_sweep_over_sliders_is_one_that_the_program_reads_with_every_combination()
    {
        var knobs = KnobBook.Of(Catalogue.Compile("us-panama-2022"));
        var (referrals, danger) = (knobs[0], knobs[2]);
        var world = knobs.First(k => k.Path == "behaviour.give-up-value");
        var moves = new KnobMoves(knobs);
        moves.Set(knobs[1], 450);
        moves.Set(referrals, 900);
        var plan = new SweepPlan("us-panama-2022", "Places: 'and' deaths", [new(referrals, 0, 2000, 5), new(danger, 0.3, 1, 3), new(world, 0.2, 0.5, 2)], moves.Settings, 4);
        var folder = Directory.CreateTempSubdirectory("corridorsim-sweep-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Catalogue.Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".csv"))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(Catalogue.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            var catalogue = new ScenarioCatalogue(folder);
            Assert.Null(plan.Problem);
            catalogue.SaveSweep("mine", plan.Write("mine"));
            var sweep = catalogue.CompileSweep("mine");

            Assert.Equal((30, 4), ((int)plan.Combinations, sweep.Plan.Experiment.Replicates));
            Assert.Equal(30, sweep.Plan.Experiment.Variants.Count);
            Assert.Equal("Places: 'and' deaths", sweep.Title);
            Assert.Contains("agreements.us-panama.provisions.protection.places-per-month.value: 450", plan.Write("mine"), StringComparison.Ordinal);
            Assert.DoesNotContain("900", plan.Write("mine"), StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => catalogue.SaveSweep("mine", "again"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(5, 5, 3, "is empty")]
    [InlineData(0, 1e9, 3, "can go from 0")]
    [InlineData(0, 100, 1, "takes 2 to 20 settings")]
    [InlineData(0, 100, 20, null)]
    public void What_cannot_be_swept_is_told(double low, double high, int steps, string? problem)
    {
        var knob = KnobBook.Of(Catalogue.Compile("us-panama-2022"))[0];

        var told = new SweepPlan("us-panama-2022", "x", [new(knob, low, high, steps)], [], 4).Problem;

        Assert.True(problem is null ? told is null : told!.Contains(problem, StringComparison.Ordinal), told);
    }
}
