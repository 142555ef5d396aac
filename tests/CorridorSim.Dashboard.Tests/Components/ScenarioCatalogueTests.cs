using CorridorSim.Dashboard.Scenarios;

namespace CorridorSim.Dashboard.Tests.Components;

public sealed class ScenarioCatalogueTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-catalogue-").FullName;

    private string About => Path.Combine(_folder, "worlds", "north-sea", "README.md");

    public ScenarioCatalogueTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(About)!);
        File.WriteAllText(About, "# Waters of the north\n");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_world_is_called_by_the_heading_of_its_text() =>
        Assert.Equal("Waters of the north", new ScenarioCatalogue(_folder).TitleOf("worlds/north-sea"));

    [Fact]
    public void A_world_whose_text_nobody_may_read_is_called_by_its_folder()
    {
        using var kept = new FileStream(About, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("North Sea", new ScenarioCatalogue(_folder).TitleOf("worlds/north-sea"));
    }
}
