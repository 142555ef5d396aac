namespace CorridorSim.Dashboard.Scenarios;

/// <summary>A scenario file that can be run.</summary>
/// <param name="Name">Name of the file without ending; what addresses and requests carry.</param>
/// <param name="Title">Title in words, or the name.</param>
/// <param name="Extends">Name of the scenario it extends; null for none.</param>
/// <param name="Id">Identifier that the file states, or the name.</param>
/// <param name="Description">What it is about; may be empty.</param>
public sealed record ScenarioEntry(string Name, string Title, string? Extends, string Id, string Description);
