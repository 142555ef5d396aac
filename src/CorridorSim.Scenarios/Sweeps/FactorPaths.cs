using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>
/// Finds the inputs that a path means, see <see cref="ScenarioPath"/>; <c>agreements.X.in-force</c> is the agreement as a whole.
/// </summary>
public sealed class FactorPaths
{
    private readonly Dictionary<string, Slot[]> _paths = new(StringComparer.Ordinal);

    /// <summary>The paths of a scenario.</summary>
    public FactorPaths(CompiledScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var slots = scenario.Experiment.World.Slots;
        for (var slot = 0; slot < slots.Count; slot++)
        {
            _paths[slots[slot].Path] = [new Slot(slot)];
        }

        foreach (var instrument in scenario.Experiment.World.Instruments)
        {
            foreach (var clause in instrument.Provisions)
            {
                var path = slots[clause.InForce.Index].Path;
                var owner = path[..path.IndexOf(".provisions.", StringComparison.Ordinal)];
                var whole = $"{owner}.{ScenarioPath.InForce}";
                _paths[whole] = [.. _paths.GetValueOrDefault(whole, []), clause.InForce];
            }
        }
    }

    /// <summary>All paths, in their full form.</summary>
    public IEnumerable<string> All => _paths.Keys;

    /// <summary>The inputs of a path; null when there is none.</summary>
    public IReadOnlyList<Slot>? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _paths.GetValueOrDefault(ScenarioPath.OfInput(path));
    }
}
