namespace CorridorSim.Tests;

/// <summary>A copy of the shipped scenarios, to which a test may add files that extend and include them.</summary>
public sealed class ScenarioFolder : IDisposable
{
    /// <summary>Copies them.</summary>
    public ScenarioFolder() => Repository.CopyFolder(Repository.Scenarios, Path);

    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("corridorsim-scenarios").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a file beside the scenarios.</summary>
    /// <returns>Its path.</returns>
    internal string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
