using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>The wait that applicants expect: submodel 6 of the model's description.</summary>
public sealed class ChannelWaitTests
{
    /// <summary>Decision time plus queue over pace; the pace is at least a tenth of the places.</summary>
    [Theory]
    [InlineData(0, 0, 0, 3, 3)]
    [InlineData(100, 50, 50, 3, 5)]
    [InlineData(100, 0, 100, 3, 13)]
    [InlineData(1e9, 1, 1, 3, 240)]
    [InlineData(100, 0, 0, 3, 3)]
    public void A_wait_is_decision_time_and_queue_over_pace(double queue, double admissions, double places, double decision, double months) =>
        Assert.Equal(months, One(ChannelWait.Expected(Each(queue), Each(admissions), Each(places), Each(decision))), 12);

    [Fact]
    public void A_longer_queue_never_shortens_the_wait() =>
        Gen.Select(Persons, Persons, Persons, Gen.Double[0, 60]).Sample((queue, admissions, places, decision) =>
        {
            var wait = One(ChannelWait.Expected(Each(queue), Each(admissions), Each(places), Each(decision)));
            Assert.InRange(wait, 0, ChannelWait.MaxMonths);
            Assert.True(One(ChannelWait.Expected(Each(queue + 1000), Each(admissions), Each(places), Each(decision))) >= wait);
        });
}
