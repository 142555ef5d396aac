using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Analysis.Calibration;

/// <summary>Central values of inputs, for runs that leave uncertainty out.</summary>
internal static class CentralValues
{
    /// <summary>The central value as a constant; of a column of a joint sample, its mean.</summary>
    public static Distribution Of(WorldPlan world, Distribution value) => Distribution.Constant(
        value.Kind == DistributionKind.Sample ? world.Samples.Average(row => row[(int)value.A]) : value.Central);
}
