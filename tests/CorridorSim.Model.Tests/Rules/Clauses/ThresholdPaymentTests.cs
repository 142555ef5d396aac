using CorridorSim.Model.Rules.Clauses;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Payments by the people moved: submodel 17 of the model's description.</summary>
public sealed class ThresholdPaymentTests
{
    [Theory]
    [InlineData(299.9, 300, 120)]
    [InlineData(0, 1000, 120)]
    [InlineData(300, 400, 0)]
    [InlineData(0, 299, 0)]
    public void A_sum_is_due_once_when_the_threshold_is_passed(double before, double after, double due) =>
        Assert.Equal(due, One(ThresholdPayment.Due(Each(before), Each(after), Each(300), Each(120))), 12);
}
