using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Robustness;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Analysis.Tests.Sweeps;
using CorridorSim.Runs.Manifests;
using CorridorSim.Scenarios.Sweeps;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Analysis.Tests.Robustness;

public sealed class RobustStudyTests
{
    private const int Replicates = 2;

    private static readonly InterestText[] Goals = [Interest("harm", false, threshold: 0.8), Interest("gain", true)];

    [Fact]
    public void Regret_thresholds_and_dominance_agree_with_brute_force()
    {
        var table = Table();

        var report = new RobustStudy(table, Goals, []).Judge();

        Assert.Equal((6, 4 * Replicates), (report.Policies.Count, report.Futures));
        foreach (var policy in report.Policies)
        {
            Assert.Equal(Futures().Max(f => Harm(policy.Levers, f) - Policies().Min(p => Harm(p, f))), policy.GreatestRegret[0], 1e-12);
            Assert.Equal(Futures().Max(f => Policies().Max(p => Gain(p, f)) - Gain(policy.Levers, f)), policy.GreatestRegret[1], 1e-12);
            Assert.Equal(Futures().Average(f => Harm(policy.Levers, f) <= 0.8 ? 1.0 : 0), policy.ShareMet, 1e-12);
            Assert.Equal(
                Policies().Any(rival => Futures().All(f => Harm(rival, f) <= Harm(policy.Levers, f) && Gain(rival, f) >= Gain(policy.Levers, f))
                    && Futures().Any(f => Harm(rival, f) < Harm(policy.Levers, f) || Gain(rival, f) > Gain(policy.Levers, f))),
                policy.DominatedBy is not null);
        }
    }

    [Fact]
    public void Who_would_leave_and_what_would_keep_it_in_agree_with_brute_force()
    {
        var party = new PartyText("PAN", [Interest("harm", false, weight: 10), Interest("gain", true, weight: 2)], 0.5);

        var report = new RobustStudy(Table(), Goals, [party]).Judge(assurance: 1);

        Assert.Equal(3, report.Memberships.Count);
        foreach (var membership in report.Memberships)
        {
            var inside = report.Policies[membership.Policy].Levers;
            double[] balance = [.. Futures().Select(f => Balance(inside, f))];
            Assert.Equal(balance.Count(b => b < 0) / (double)balance.Length, membership.Membership.ShareWorseInside, 1e-12);
            Assert.Equal(Math.Max(0, -balance.Min()) / 0.5, membership.Membership.SidePayment, 1e-9);
            var keeping = new[] { 0.0, 0.5, 1 }.Where(size => Futures().All(f => Balance([1, size], f) >= 0))
                .OrderBy(size => Math.Abs(size - inside[1])).Select(size => (double?)size).FirstOrDefault();
            Assert.Equal(keeping, membership.KeepingSizes[1]);
        }

        static double Balance(IReadOnlyList<double> policy, (double X, int K) f) =>
            (10 * (Harm([0, policy[1]], f) - Harm(policy, f))) + (2 * (Gain(policy, f) - Gain([0, policy[1]], f)));
    }

    [Fact]
    public void A_sweep_that_does_not_cross_policies_and_futures_is_refused()
    {
        var points = new double[,] { { 0, 0, 0 }, { 1, 0.5, 1 } };
        var table = MadeSweep.Of(new SweepDesignInfo("list", 0, 0), points, 1, 2, ["harm", "gain"], (_, x, _) => x[0]);

        var refusal = Assert.Throws<StudyException>(() => new RobustStudy(table, Goals, []));

        Assert.Contains("2 of the 2 x 2 combinations", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_in_which_a_figure_is_not_defined_under_some_policy_is_left_out_for_all()
    {
        var table = Table((column, policy, f) => column == 1 && policy is [1, 0] && f is { X: > 0.3 and < 0.4, K: 0 });

        var report = new RobustStudy(table, Goals, []).Judge();

        (double X, int K)[] left = [.. Futures().Where(f => f is not { X: > 0.3 and < 0.4, K: 0 })];
        Assert.Equal((1, left.Length), (report.LeftOut, report.Futures));
        foreach (var policy in report.Policies)
        {
            Assert.Equal(left.Max(f => Harm(policy.Levers, f) - Policies().Min(p => Harm(p, f))), policy.GreatestRegret[0], 1e-12);
            Assert.Equal(left.Max(f => Policies().Max(p => Gain(p, f)) - Gain(policy.Levers, f)), policy.GreatestRegret[1], 1e-12);
            Assert.Equal(left.Average(f => Harm(policy.Levers, f) <= 0.8 ? 1.0 : 0), policy.ShareMet, 1e-12);
        }
    }

    [Fact]
    public void A_sweep_without_goals_is_refused()
    {
        var refusal = Assert.Throws<StudyException>(() => new RobustStudy(Table(), [], []));

        Assert.Contains("states no goals", refusal.Message, StringComparison.Ordinal);
    }

    private static SweepTable Table(Func<int, double[], (double X, int K), bool>? isUndefined = null)
    {
        var levels = FullFactorial.LevelIndices([2, 3, 4]);
        var points = new double[24, 3];
        for (var row = 0; row < 24; row++)
        {
            (points[row, 0], points[row, 1], points[row, 2]) = (levels[row, 0], levels[row, 1] / 2.0, levels[row, 2] / 3.0);
        }

        return MadeSweep.Of(new SweepDesignInfo("cross", 4, 0), points, Replicates, 2, ["harm", "gain"], (column, x, k) =>
            isUndefined?.Invoke(column, [x[0], x[1]], (x[2], k)) == true ? double.NaN : column == 0 ? Harm([x[0], x[1]], (x[2], k)) : Gain([x[0], x[1]], (x[2], k)));
    }

    private static double[][] Policies() => [.. from a in new[] { 0.0, 1 } from b in new[] { 0, 0.5, 1 } select new[] { a, b }];

    private static (double X, int K)[] Futures() => [.. from f in Enumerable.Range(0, 4) from k in Enumerable.Range(0, Replicates) select (f / 3.0, k)];

    private static double Harm(IReadOnlyList<double> policy, (double X, int K) f) => 1 - (policy[0] * policy[1] * f.X) + (policy[0] * 0.1 * (1 - policy[1])) - (0.05 * f.K);

    private static double Gain(IReadOnlyList<double> policy, (double X, int K) f) => (policy[0] * (f.X - 0.4)) + (0.2 * policy[1]);

    private static InterestText Interest(string name, bool more, double weight = 1, double? threshold = null) =>
        new(new YamlText("made", 1, 1, name), more, weight, threshold);
}
