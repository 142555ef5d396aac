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
    internal static LaneVector Of(WorldPlan world, LaneTable inputs, int nationality, int octet)
    {
        var factor = world.Nationalities[nationality].CeilingFactor;
        return Of(inputs[world.Behaviour.AwarenessCeiling, octet], factor < 0 ? LaneVector.One : inputs[factor, octet]);
    }
}
