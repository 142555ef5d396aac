using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Words;

public sealed class PlaceWordsTests
{
    private static PlaceWords Places { get; } =
        new(CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [], new DiagnosticBag())!.Experiment.World);

    [Theory]
    [InlineData("deaths", "deaths in transit", "deaths in transit")]
    [InlineData("irregular-entries:COL>PAN", "irregular entries COL>PAN", "irregular entries from Colombia to Panama")]
    [InlineData("encounters-between-ports:MEX>USA/VEN", "encounters-between-ports:MEX>USA/VEN", "Encounters between ports, Mexico-United States border (Venezuela)")]
    public void A_figure_is_called_as_in_the_headline_or_else_by_its_series(string indicator, string words, string name) =>
        Assert.Equal(name, Places.Measured(IndicatorName.Parse(indicator), words));

    [Theory]
    [InlineData("VEN", "Venezuela")]
    [InlineData("*", "all nationalities")]
    public void Those_of_all_nationalities_are_called_so(string code, string name) => Assert.Equal(name, Places.Nationality(code == "*" ? Model.Recording.SeriesKey.All : code));

    [Theory]
    [InlineData("encounters-between-ports:MEX>USA", "encounters between ports, Mexico to United States")]
    [InlineData("returns-from:MEX", "returns from Mexico")]
    [InlineData("all series", "all series")]
    public void A_series_of_the_record_is_called_by_its_place(string series, string name) => Assert.Equal(name, Places.Counted(series));
}
