using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Tests.Reports;

public sealed class HtmlTests
{
    [Fact]
    public void Texts_are_escaped_in_content_and_attributes_and_markup_is_not_escaped_twice()
    {
        var hostile = "\"><b onclick='x'>&";
        var inner = Html.Of($"<i title=\"{hostile}\">{hostile}</i>");

        Assert.Equal(
            "<p><i title=\"&quot;&gt;&lt;b onclick=&#39;x&#39;&gt;&amp;\">&quot;&gt;&lt;b onclick=&#39;x&#39;&gt;&amp;</i></p>",
            Html.Of($"<p>{inner}</p>").ToString());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1234567.891)]
    [InlineData(1e-17)]
    public void Numbers_read_back_as_the_same_number(double number) =>
        Assert.Equal(number, double.Parse(Html.Of($"{number}").ToString(), System.Globalization.CultureInfo.InvariantCulture));
}
