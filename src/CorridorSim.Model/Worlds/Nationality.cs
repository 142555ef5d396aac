using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>People of one nationality, wherever they are.</summary>
/// <param name="Code">Code, usually that of the home country.</param>
/// <param name="HomeCommunity">The community at home, where people go who are returned.</param>
/// <param name="Pull">Slot: level of the wish to move irregularly, log units.</param>
/// <param name="ShockSpread">Slot: stationary standard deviation of the push shock, log units.</param>
/// <param name="ShockPersistence">Slot: correlation of the push shock from month to month.</param>
/// <param name="Push">Slot: constant push, log units; measures add to it.</param>
public sealed record Nationality(string Code, CommunityIndex HomeCommunity, Slot Pull, Slot ShockSpread, Slot ShockPersistence, Slot Push) : IInputOwner<Nationality>
{
    /// <inheritdoc/>
    public static IReadOnlyList<OptionalInput<Nationality>> OptionalInputs { get; } =
    [
        new("port-preference", Units.Factor, 0.1, 10, "worth that {0} give an appointment at a port over the same chance between ports", (n, slot) => n with { PortPreference = slot }) { Neutral = 1 },
        new("ceiling-factor", Units.Factor, 0.01, 100, "factor of {0} on the ceiling of awareness", (n, slot) => n with { CeilingFactor = slot }) { Neutral = 1 },
    ];

    /// <summary>Slot: factor of the nationality on the ceiling of awareness; null where it has none of its own.</summary>
    public Slot? CeilingFactor { get; init; }

    /// <summary>Slot: worth of an appointment at a port over the same chance between ports (p); null where it is the same.</summary>
    public Slot? PortPreference { get; init; }
}
