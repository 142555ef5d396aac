namespace CorridorSim.Scenarios.Tests;

/// <summary>A copy of the shipped scenarios, to which a test may add files that extend and include them.</summary>
public sealed class ScenarioFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-scenarios").FullName;

    /// <summary>Copies them.</summary>
    public ScenarioFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".csv"))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(Repository.Scenarios, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes a file beside the scenarios.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
