using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>How far awareness of a route can spread among a nationality (docs/model.md, awareness).</summary>
public static class AwarenessCeiling
{
    /// <summary>Lowest ceiling, share.</summary>
    public const double Minimum = 1e-6;

    /// <summary>K f, between one in a million and 1: the common ceiling times the factor of the nationality.</summary>
    internal static LaneVector Of(LaneVector ceiling, LaneVector factor) => LaneMath.Clamp(ceiling * factor, Minimum, 1);

    /// <summary>The ceiling of a nationality as its inputs stand.</summary>
    internal static LaneVector Of(WorldPlan world, InputTable inputs, int nationality, int octet) => Of(
        inputs[world.Behaviour.AwarenessCeiling, octet],
        world.Nationalities[nationality].CeilingFactor is { } factor ? inputs[factor, octet] : LaneVector.One);
}
