using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Applicants at an office: submodel 6 of the model's description.</summary>
public sealed class QueueFlowTests
{
    /// <summary>By hand: 80 + 20 in process and 50 ready; a tenth withdraws (15), of 90 a third becomes ready.</summary>
    [Fact]
    public void Applicants_join_withdraw_and_become_ready()
    {
        var flow = Of(80, 50, 20, 1, 0.1, 1.0 / 3);

        Assert.Equal(15, One(flow.Withdrawn), 9);
        Assert.Equal(60, One(flow.InProcess), 9);
        Assert.Equal(75, One(flow.Ready), 9);
    }

    [Theory]
    [InlineData(0, 150)]
    [InlineData(1, 0)]
    public void A_closed_channel_sends_everybody_away_whatever_withdraws_otherwise(double isOpen, double withdrawn)
    {
        var flow = Of(80, 50, 20, isOpen, 0, 0.5);

        Assert.Equal(withdrawn, One(flow.Withdrawn));
        Assert.Equal(150 - withdrawn, One(flow.InProcess) + One(flow.Ready), 9);
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 0, 100)]
    [InlineData(0.25, 75, 25)]
    public void The_decision_time_decides_how_many_become_ready(double becoming, double inProcess, double ready)
    {
        var flow = Of(100, 0, 0, 1, 0, becoming);

        Assert.Equal(inProcess, One(flow.InProcess), 9);
        Assert.Equal(ready, One(flow.Ready), 9);
    }

    [Fact]
    public void Nobody_is_lost() =>
        Gen.Select(Persons, Persons, Persons, Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0)), Share, Share).Sample((process, ready, applied, isOpen, withdrawing, becoming) =>
        {
            var flow = Of(process, ready, applied, isOpen, withdrawing, becoming);
            double[] all = [One(flow.Withdrawn), One(flow.InProcess), One(flow.Ready)];

            Assert.All(all, p => Assert.True(p >= 0, $"{p}"));
            Assert.Equal(process + ready + applied, all.Sum(), 1e-6);
        });

    private static QueueFlow Of(double process, double ready, double applied, double isOpen, double withdrawing, double becoming) =>
        new(Each(process), Each(ready), Each(applied), Each(isOpen), Each(withdrawing), Each(becoming));
}
