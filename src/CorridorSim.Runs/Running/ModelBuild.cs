using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>The build of the model, with which numbers are compared.</summary>
public static class ModelBuild
{
    /// <summary>Its identifier: it changes when the code of the model does.</summary>
    public static string Id { get; } = typeof(BlockPlan).Module.ModuleVersionId.ToString("N");
}
