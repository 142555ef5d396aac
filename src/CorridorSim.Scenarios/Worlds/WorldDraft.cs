using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>A world as read from its folder, to which scenarios add lots, provisions and inputs.</summary>
public sealed class WorldDraft
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>SHA-256 of the files of the world, hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Folder that it was read from; empty when it was made otherwise.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>Folder of the scenario that names the world: files that the scenario names lie in it or below it.</summary>
    public string Root { get; set; } = ".";

    /// <summary>All inputs.</summary>
    public SlotBook Slots { get; } = new();

    /// <summary>Behavioural parameters.</summary>
    public Behaviour? Behaviour { get; set; }

    /// <summary>Countries.</summary>
    public IList<Country> Countries { get; } = [];

    /// <summary>Nationalities.</summary>
    public IList<Nationality> Nationalities { get; } = [];

    /// <summary>Communities.</summary>
    public IList<Community> Communities { get; } = [];

    /// <summary>Diasporas.</summary>
    public IList<Diaspora> Diasporas { get; } = [];

    /// <summary>Places.</summary>
    public IList<Place> Places { get; } = [];

    /// <summary>Legs.</summary>
    public IList<Leg> Legs { get; } = [];

    /// <summary>Passages whose irregular entries are shown first.</summary>
    public IList<string> HeadlinePassages { get; } = [];

    /// <summary>Borders.</summary>
    public IList<Border> Borders { get; } = [];

    /// <summary>Routes.</summary>
    public IList<Route> Routes { get; } = [];

    /// <summary>Channels.</summary>
    public IList<Channel> Channels { get; } = [];

    /// <summary>Procedures in which people ask for protection.</summary>
    public IList<Procedure> Procedures { get; } = [];

    /// <summary>Codes of the countries.</summary>
    public IReadOnlyList<string> CountryCodes => [.. Countries.Select(c => c.Code)];

    /// <summary>Codes of the nationalities.</summary>
    public IReadOnlyList<string> NationalityCodes => [.. Nationalities.Select(n => n.Code)];

    /// <summary>The finished plan.</summary>
    public WorldPlan ToPlan(IReadOnlyList<Instrument> instruments, IReadOnlyList<IReadOnlyList<double>> samples) => new()
    {
        Id = Id,
        Slots = Slots.Slots,
        Samples = samples,
        Behaviour = Behaviour ?? throw new InvalidOperationException("The world has no behavioural parameters."),
        Countries = [.. Countries],
        Nationalities = [.. Nationalities],
        Communities = [.. Communities],
        Diasporas = [.. Diasporas],
        Places = [.. Places],
        Legs = [.. Legs],
        HeadlinePassages = [.. HeadlinePassages.Distinct()],
        Borders = [.. Borders],
        Routes = [.. Routes],
        Channels = [.. Channels],
        Procedures = [.. Procedures],
        Instruments = instruments,
    };
}
