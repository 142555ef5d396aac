namespace CorridorSim.Model.Tests;

public sealed class IdentifierWordsTests
{
    [Theory]
    [InlineData("visa for Ecuadorians", "visa for Ecuadorians")]
    [InlineData(null, "visa ecuador")]
    [InlineData("", "visa ecuador")]
    [InlineData(" ", "visa ecuador")]
    public void What_has_no_title_is_called_by_the_words_of_its_identifier(string? title, string name) =>
        Assert.Equal(name, title.OrInWords("visa-ecuador"));
}
