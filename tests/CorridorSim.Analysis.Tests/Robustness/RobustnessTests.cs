using CorridorSim.Analysis.Robustness;
using CorridorSim.Analysis.Statistics;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Robustness;

public sealed class RobustnessTests
{
    private static readonly IndicatorTable Deaths = new(
        new double[,]
        {
            { 10, 50, 20 },
            { 30, 30, 30 },
            { 12, 55, 20 },
        },
        IndicatorDirection.LessIsBetter);

    private static readonly IndicatorTable Admissions = new(
        new double[,]
        {
            { 5, 1, 4 },
            { 3, 3, 3 },
            { 5, 1, 3 },
        },
        IndicatorDirection.MoreIsBetter);

    [Fact]
    public void Regret_is_the_distance_to_the_best_policy_of_each_future()
    {
        Assert.Equal(new double[,] { { 0, 20, 0 }, { 20, 0, 10 }, { 2, 25, 0 } }, Regret.Of(Deaths).Values);
        Assert.Equal(new double[,] { { 0, 2, 0 }, { 2, 0, 1 }, { 0, 2, 1 } }, Regret.Of(Admissions).Values);
        Assert.Equal([20, 20, 25], Regret.Of(Deaths).Greatest());
        Assert.Equal([0, 10, 2], Regret.Of(Deaths).Quantile(0.5));
        Assert.Equal([0, 1], Regret.Of(Deaths).MinimaxPolicies());
    }

    [Fact]
    public void Satisficing_share_counts_futures_that_meet_all_thresholds()
    {
        var shares = Satisficing.Shares([new Requirement(Deaths, 30), new Requirement(Admissions, 4)]);

        Assert.Equal([2.0 / 3, 0, 1.0 / 3], shares);
    }

    [Fact]
    public void Dominated_policy_names_the_policy_that_is_better() =>
        Assert.Equal([null, null, 0], Dominance.DominatedBy([Deaths, Admissions]));

    [Fact]
    public void Equal_policies_do_not_dominate_each_other() =>
        Assert.Equal([null, null], Dominance.DominatedBy([new IndicatorTable(new double[,] { { 1, 2 }, { 1, 2 } }, IndicatorDirection.MoreIsBetter)]));

    [Fact]
    public void Tables_of_different_futures_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Dominance.DominatedBy([Deaths, new IndicatorTable(new double[3, 2], IndicatorDirection.MoreIsBetter)]));

    [Fact]
    public void Party_leaves_where_its_weighted_indicators_are_worse_inside()
    {
        PartyIndicator[] indicators =
        [
            new([10, 10, 10, 10], [8, 12, 10, 14], 1, IndicatorDirection.MoreIsBetter),
            new([5, 5, 5, 5], [5, 6, 5, 5], 0.5, IndicatorDirection.LessIsBetter),
        ];

        var membership = Membership.Of(indicators, assurance: 0.75, worth: 2);

        // The balance is 2, -1.5, 0, -4: three of four futures are kept by a payment worth 1.5.
        Assert.Equal(0.5, membership.ShareWorseInside);
        Assert.Equal(0.75, membership.SidePayment);
        Assert.Equal(2, Membership.Of(indicators, assurance: 1, worth: 2).SidePayment);
        Assert.Equal(0, Membership.Of(indicators, assurance: 0.5).SidePayment);
    }

    [Fact]
    public void Side_payment_is_the_smallest_that_assures_the_share() =>
        Gen.Select(Gen.Double[-10, 10].Array[1, 20], Gen.Double[0.05, 1]).Sample((balance, assurance) =>
        {
            PartyIndicator[] indicators = [new(balance, new double[balance.Length], 1, IndicatorDirection.MoreIsBetter)];

            var payment = Membership.Of(indicators, assurance).SidePayment;

            double Kept(double paid) => balance.Count(gain => gain + paid >= 0) / (double)balance.Length;
            Assert.True(Kept(payment) >= assurance - 1e-9);
            Assert.True(payment == 0 || Kept(payment - 1e-9) < assurance);
        });

    [Fact]
    public void Negative_weight_is_refused() =>
        Assert.Throws<ArgumentException>(() => Membership.Of([new PartyIndicator([1], [1], -1, IndicatorDirection.MoreIsBetter)]));

    [Fact]
    public void Balance_is_summarised_over_futures() =>
        Assert.Equal(
            new Band(1, 1, 1), Membership.Of([new PartyIndicator([3, 3], [2, 2], 1, IndicatorDirection.MoreIsBetter)]).Balance);
}
