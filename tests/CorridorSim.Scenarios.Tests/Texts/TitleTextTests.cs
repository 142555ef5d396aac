using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Tests.Texts;

public sealed class TitleTextTests
{
    [Theory]
    [InlineData("US-Panama arrangement, with assumed quantities", "US-Panama arrangement")]
    [InlineData("Parole for Cubans, Haitians, Nicaraguans and Venezuelans", "Parole for Cubans, Haitians, Nicaraguans and Venezuelans")]
    [InlineData("Parole for Cubans, Haitians and Venezuelans, as delivered", "Parole for Cubans, Haitians and Venezuelans")]
    [InlineData("Joint declaration, Mexico", "Joint declaration, Mexico")]
    [InlineData("Safe Mobility", "Safe Mobility")]
    [InlineData("One in, one out", "One in, one out")]
    [InlineData("One in, one out, with assumed numbers", "One in, one out")]
    [InlineData("Safe Mobility, ", "Safe Mobility, ")]
    [InlineData(", as delivered", ", as delivered")]
    [InlineData("", "")]
    public void A_remark_at_the_end_is_left_out_and_a_list_of_names_stays_whole(string title, string said) => Assert.Equal(said, TitleText.WithoutRemark(title));
}
