namespace CorridorSim.Runs.Manifests;

/// <summary>What the caller knows about a run beyond its numbers.</summary>
/// <param name="Scenario">Identifier of the scenario.</param>
/// <param name="ScenarioHash">Hash of the resolved scenario.</param>
/// <param name="ScenarioText">The fully resolved scenario, enough to run it again.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Name">Name the analyst gave, or null.</param>
/// <param name="WorldHash">Hash of the files of the world.</param>
public sealed record RunDescription(
    string Scenario, string ScenarioHash, string ScenarioText, string Version, string? Name = null, string WorldHash = "")
{
    /// <summary>Where the run begins: <c>observed</c> where the months that were counted follow the record; null where the model goes its own way.</summary>
    public string? Start { get; init; }

    /// <summary>What the caller set on top of the scenario file.</summary>
    public IReadOnlyList<ChangedSetting> Changes { get; init; } = [];
}
