using CorridorSim.Analysis.Optimisation;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Optimisation;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class LeverSpaceTests
{
    private static readonly PolicyLever[] Levers = [Lever("a", 0, 1000, 50), Lever("b", 0, 700, 100), Lever("c", 0.3, 1, 0.1), Lever("free", -1, 1, 0.25)];

    private static readonly PolicyBudget[] Budgets =
    [
        new("places", "places", 900, [1, 1, 0, 0], [0, 0, 0, 0]),
        new("money", "kUSD", 500, [0.2, 0.4, -300, 0], [0, 0, 1, 0]),
    ];

    private readonly LeverSpace _space = new(Levers, Budgets);

    [Fact]
    public void Repaired_settings_are_steps_within_bounds_that_budgets_allow() =>
        Gen.Double[-0.5, 1.5].Array[4].Sample(wanted =>
        {
            var settings = _space.Repair([.. wanted.Select((w, i) => Levers[i].Lower + (w * (Levers[i].Upper - Levers[i].Lower)))]);

            Assert.True(_space.Allows(settings));
            Assert.All(settings.Zip(Levers), p => Assert.Contains(p.Second.Settings, s => s == p.First));
        });

    [Fact]
    public void Settings_that_can_be_had_stay_as_they_are() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 8]).Sample((a, b, c, free) =>
        {
            double[] settings = [Levers[0].Settings[a], Levers[1].Settings[b], Levers[2].Settings[c], Levers[3].Settings[free]];

            Assert.True(!_space.Allows(settings) || _space.Repair(settings).SequenceEqual(settings));
        });

    [Fact]
    public void Repairing_leaves_no_affordable_step_of_every_lever_on_the_table()
    {
        var settings = _space.Repair([1000, 700, 1, 0]);

        Assert.InRange(Budgets[0].Use(settings), 851, 900);
        Assert.Equal(0, settings[3]);
    }

    [Fact]
    public void All_combinations_are_those_that_budgets_allow()
    {
        var all = _space.All().ToArray();

        Assert.All(all, s => Assert.True(_space.Allows(s)));
        var expected = 0;
        foreach (var a in Levers[0].Settings)
        {
            foreach (var b in Levers[1].Settings)
            {
                expected += Levers[2].Settings.Count(c => _space.Allows([a, b, c, 0])) * Levers[3].Settings.Count;
            }
        }

        Assert.Equal(expected, all.Length);
    }

    [Theory]
    [InlineData(0, 1, 0.3, new[] { 0, 0.3, 0.6, 0.9, 1 })]
    [InlineData(0, 1, 0.5, new[] { 0, 0.5, 1 })]
    [InlineData(2, 3, 1, new double[] { 2, 3 })]
    public void Settings_run_from_bound_to_bound(double lower, double upper, double step, double[] expected)
    {
        var settings = Lever("x", lower, upper, step).Settings;

        Assert.Equal(expected.Length, settings.Count);
        Assert.All(expected.Zip(settings), p => Assert.Equal(p.First, p.Second, 1e-12));
    }

    private static PolicyLever Lever(string id, double lower, double upper, double step) =>
        new() { Id = id, Path = id, Slot = new Slot(0), Unit = "unit", Lower = lower, Upper = upper, Step = step, Baseline = lower };
}
