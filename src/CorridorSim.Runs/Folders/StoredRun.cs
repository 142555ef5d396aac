namespace CorridorSim.Runs.Folders;

/// <summary>A run in a run store.</summary>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="Manifest">Its manifest.</param>
public sealed record StoredRun(string Folder, RunManifest Manifest)
{
    /// <summary>Name of the file with the resolved scenario.</summary>
    public const string ScenarioFile = "scenario.yaml";

    /// <summary>Name of the file that tells where the countries lie.</summary>
    public const string GeographyFileName = "geography.json";

    /// <summary>Where the countries lie and where channels and routes lead.</summary>
    /// <exception cref="RunStoreException">The file is missing or damaged.</exception>
    public Geography ReadGeography() => GeographyFile.Read(PathOf(GeographyFileName));

    /// <summary>The fully resolved scenario.</summary>
    public string ReadScenario() => File.ReadAllText(Path.Combine(Folder, ScenarioFile));

    /// <summary>Absolute paths of the files with monthly series, one a variable.</summary>
    public IReadOnlyList<string> SeriesFiles =>
        [.. Manifest.Files.Keys.Where(f => f.StartsWith("series/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(PathOf)];

    /// <summary>Absolute path of a file of the run.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);
}
