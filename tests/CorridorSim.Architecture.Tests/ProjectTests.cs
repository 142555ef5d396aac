using System.Xml.Linq;

namespace CorridorSim.Architecture.Tests;

public sealed class ProjectTests
{

    [Theory]
    [InlineData("Model", "")]
    [InlineData("Scenarios", "Model")]
    [InlineData("Grains", "Model")]
    [InlineData("Runs", "Grains Model Scenarios")]
    [InlineData("Analysis", "Grains Model Runs Scenarios")]
    [InlineData("Dashboard", "Analysis Grains Model Runs Scenarios")]
    [InlineData("Cli", "Analysis Dashboard Grains Model Runs Scenarios")]
    public void A_project_uses_those_further_in_alone(string project, string mayUse)
    {
        var used = Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r).Replace("CorridorSim.", string.Empty, StringComparison.Ordinal));

        Assert.All(used, u => Assert.Contains(u, mayUse.Split(' ')));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Scenarios")]
    [InlineData("Runs")]
    [InlineData("Analysis")]
    public void Orleans_is_named_by_grains_and_hosts_alone(string project)
    {
        Assert.DoesNotContain(Items(project, "PackageReference"), p => p.Contains("Orleans", StringComparison.Ordinal));
        Assert.All(Sources(project), s => Assert.DoesNotContain("using Orleans", File.ReadAllText(s), StringComparison.Ordinal));
    }

    [Fact]
    public void The_model_reads_and_writes_no_files() =>
        Assert.All(Sources("Model"), s => Assert.DoesNotMatch(@"\b(File|Directory|FileStream)\.(Open|Read|Write|Create|Exists)", File.ReadAllText(s)));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Folder(project), $"CorridorSim.{project}.csproj")).Descendants(kind).Select(e => (string)e.Attribute("Include")!);

    private static IEnumerable<string> Sources(string project)
    {
        string[] built = ["obj", "bin"];
        var sources = Directory.EnumerateFiles(Folder(project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Folder(project), f).Split(Path.DirectorySeparatorChar).Any(built.Contains));
        Assert.NotEmpty(sources);
        return sources;
    }

    private static string Folder(string project) => Path.Combine(Repository.Root, "src", $"CorridorSim.{project}");
}
