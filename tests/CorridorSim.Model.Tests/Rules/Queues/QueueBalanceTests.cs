using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>The queue of a channel in balance: the initialisation of the model's description.</summary>
public sealed class QueueBalanceTests
{
    /// <summary>With an appeal of 0 half of those who consider it apply: 0.885 of 1000 ready a month, less 100 decided.</summary>
    [Fact]
    public void Without_a_wait_applications_less_decisions_are_left()
    {
        var balance = One(Of(ready: 1000, places: 100).Balance(Each(0)));

        Assert.Equal((1000 * 4 * LaneMath.ConsideringShare / 2) - 100, balance, 9);
    }

    [Fact]
    public void Who_waits_does_not_apply_again_and_withdraws_by_the_rate() =>
        Assert.Equal(
            (500 * 4 * LaneMath.ConsideringShare / 2) - 100 - (0.04 * 500), One(Of(ready: 1000, places: 100, withdrawal: 0.04).Balance(Each(5))), 9);

    [Fact]
    public void A_longer_wait_never_lets_more_in() =>
        Gen.Select(Gen.Double[0, 1e6], Gen.Double[0, 1e4], Gen.Double[0, 0.5], Gen.Double[0, 0.5], Gen.Double[0, 200]).Sample((ready, places, withdrawal, sensitivity, wait) =>
        {
            var queue = Of(ready, places, withdrawal, sensitivity);
            Assert.True(One(queue.Balance(Each(wait + 1))) <= One(queue.Balance(Each(wait))) + 1e-9);
        });

    [Fact]
    public void At_its_wait_as_many_apply_as_are_decided_and_withdraw() =>
        Gen.Select(Gen.Double[1e4, 1e6], Gen.Double[1, 100], Gen.Double[0, 0.1], Gen.Double[0.05, 0.5]).Sample((ready, places, withdrawal, sensitivity) =>
        {
            var queue = Of(ready, places, withdrawal, sensitivity);
            var wait = One(queue.Wait());

            Assert.InRange(wait, 0, ChannelWait.MaxMonths);
            Assert.True(wait > ChannelWait.MaxMonths - 1e-6 || Math.Abs(One(queue.Balance(Each(wait)))) < 1e-4 * ready, $"{wait}");
        });

    [Theory]
    [InlineData(10, 1000, 0)]
    [InlineData(1e6, 0, 240)]
    [InlineData(0, 0, 0)]
    public void Where_all_are_let_in_at_once_nobody_waits_and_where_nobody_is_the_wait_has_an_end(double ready, double places, double wait) =>
        Assert.Equal(wait, One(Of(ready, places).Wait()), 6);

    private static QueueBalance Of(double ready, double places, double withdrawal = 0, double sensitivity = 0) => new()
    {
        Ready = Each(ready),
        Places = Each(places),
        Decisions = Each(places),
        DecisionMonths = Each(0),
        WithdrawalRate = Each(withdrawal),
        Value = Each(0),
        DiasporaElasticity = Each(0),
        LogDiasporaShare = Each(0),
        WaitSensitivity = Each(sensitivity),
        CostSensitivity = Each(0),
        Fee = Each(0),
    };
}
