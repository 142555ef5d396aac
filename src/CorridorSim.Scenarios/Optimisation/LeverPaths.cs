using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>The sizes of clauses that a search can set, by their paths into the scenario.</summary>
internal sealed class LeverPaths
{
    private static readonly string[] Durations = ["ramp-months", "fade-months"];

    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public LeverPaths(CompiledScenario scenario)
    {
        foreach (var instrument in scenario.Scenario.Instruments)
        {
            foreach (var clause in instrument.Provisions)
            {
                foreach (var key in Durations.Append(clause.SizeKey))
                {
                    var path = $"{instrument.Path}.provisions.{clause.Id}.{key}";
                    if (scenario.World.Slots.TryFind(path, out var slot))
                    {
                        _slots[path] = slot;
                    }
                }
            }
        }
    }

    /// <summary>All paths, without <c>provisions</c>, which may be left out.</summary>
    public IEnumerable<string> All => _slots.Keys.Select(p => p.Replace(".provisions.", ".", StringComparison.Ordinal));

    /// <summary>The full path and the input of a path; null when there is none.</summary>
    public (string Path, Slot Slot)? Find(string path)
    {
        var full = ScenarioPath.OfInput(path);
        return _slots.TryGetValue(full, out var slot) ? (full, slot) : null;
    }
}
