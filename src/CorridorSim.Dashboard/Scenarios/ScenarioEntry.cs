namespace CorridorSim.Dashboard.Scenarios;

/// <summary>A scenario file that can be run.</summary>
/// <param name="Name">Name of the file without ending; what addresses and requests carry.</param>
/// <param name="Title">Title in words, or the name.</param>
/// <param name="Extends">Name of the scenario it extends; null for none.</param>
/// <param name="Id">Identifier that the file states, or the name.</param>
/// <param name="Description">What it is about; may be empty.</param>
public sealed record ScenarioEntry(string Name, string Title, string? Extends, string Id, string Description)
{
    /// <summary>Folder of the world that the file names; null where it inherits it.</summary>
    public string? World { get; init; }

    /// <summary>Agreements that the file itself states.</summary>
    public IReadOnlyList<ScenarioAgreement> Agreements { get; init; } = [];
}

/// <summary>An agreement as a list of scenarios shows it.</summary>
/// <param name="Parties">Codes of its parties.</param>
/// <param name="SignedOn">When it was signed, as the file writes it; empty when it does not say.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title; empty when it has none.</param>
public sealed record ScenarioAgreement(IReadOnlyList<string> Parties, string SignedOn, string Id, string Title);
