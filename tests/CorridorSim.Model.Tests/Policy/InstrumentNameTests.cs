using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Tests.Policy;

public sealed class InstrumentNameTests
{
    [Theory]
    [InlineData("us-panama", true, "agreements.us-panama")]
    [InlineData("MEX-measures", false, "measures.MEX")]
    public void A_path_names_the_agreement_or_the_country(string id, bool isAgreement, string path)
    {
        Assert.Equal(path, InstrumentName.PathOf(id, isAgreement));
        Assert.Equal(!isAgreement, InstrumentName.IsOfMeasures(id));
        Assert.True(InstrumentName.Begins($"{path}.provisions.referrals.places-per-month"));
    }

    [Fact]
    public void Measures_are_called_after_their_country() => Assert.Equal("MEX-measures", InstrumentName.OfMeasures("MEX"));

    [Theory]
    [InlineData("behaviour.move-scale")]
    [InlineData("channels.agreements.places")]
    [InlineData("measures")]
    public void Inputs_of_the_world_are_none_of_an_instrument(string path) => Assert.False(InstrumentName.Begins(path));
}
