using CorridorSim.Scenarios.Files;

namespace CorridorSim.Dashboard.Scenarios;

/// <summary>Scenarios of one world and kind, as the start page shows them.</summary>
/// <param name="World">Folder of the world, as the scenarios name it; empty where none of them says.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Scenarios">The scenarios, by title.</param>
public sealed record ScenarioGroup(string World, ScenarioKind Kind, IReadOnlyList<ScenarioEntry> Scenarios)
{
    private const string HeldOut = "-holdout-";
    private const string ForEvidence = "evidence-";
    private const string KeptBaseline = "-baseline";

    /// <summary>Groups scenarios by world, the largest first, and within it by kind.</summary>
    public static IReadOnlyList<ScenarioGroup> Of(IReadOnlyList<ScenarioEntry> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var byName = scenarios.ToDictionary(s => s.Name);
        return
        [
            .. scenarios.GroupBy(s => WorldOf(s, byName)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(world => world.GroupBy(KindOf).OrderBy(g => g.Key).Select(kind => new ScenarioGroup(world.Key, kind.Key, [.. kind]))),
        ];
    }

    /// <summary>The name of a world in words: of <c>worlds/ukraine-uk</c> Ukraine UK.</summary>
    public static string WordsOf(string world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var name = world.TrimEnd('/').Split('/')[^1];
        return string.Join(' ', name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length < 3 ? w.ToUpperInvariant() : char.ToUpperInvariant(w[0]) + w[1..]));
    }

    private static string WorldOf(ScenarioEntry scenario, Dictionary<string, ScenarioEntry> byName)
    {
        var at = scenario;
        for (var step = 0; step < ScenarioFile.MostParents && at.World is null && at.Extends is not null && byName.TryGetValue(at.Extends, out var parent); step++)
        {
            at = parent;
        }

        return at.World ?? string.Empty;
    }

    /// <summary>What a scenario is to a reader.</summary>
    public static ScenarioKind KindOf(ScenarioEntry scenario) => scenario switch
    {
        _ when $"-{scenario.Name}".Contains(HeldOut, StringComparison.Ordinal) || scenario.Name.StartsWith(ForEvidence, StringComparison.Ordinal) || scenario.Name.EndsWith(KeptBaseline, StringComparison.Ordinal) => ScenarioKind.Technical,
        { Extends: null } => ScenarioKind.Record,
        { Agreements.Count: > 0 } => ScenarioKind.Agreement,
        _ => ScenarioKind.WhatIf,
    };
}

/// <summary>What a scenario is to a reader.</summary>
public enum ScenarioKind
{
    /// <summary>It adds or changes an agreement.</summary>
    Agreement,

    /// <summary>It changes something else of another scenario.</summary>
    WhatIf,

    /// <summary>It extends nothing: the world with its dated measures, as recorded.</summary>
    Record,

    /// <summary>It serves tests or other scenarios.</summary>
    Technical,
}

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

    /// <summary>Agreements that the file states, or includes.</summary>
    public IReadOnlyList<ScenarioAgreement> Agreements { get; init; } = [];
}

/// <summary>An agreement as a list of scenarios shows it.</summary>
/// <param name="Parties">Codes of its parties.</param>
/// <param name="SignedOn">When it was signed, as the file writes it; empty when it does not say.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title; empty when it has none.</param>
public sealed record ScenarioAgreement(IReadOnlyList<string> Parties, string SignedOn, string Id, string Title);
