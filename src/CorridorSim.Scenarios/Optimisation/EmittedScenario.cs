using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>The settings that a search found, as a scenario that extends the base.</summary>
public static class EmittedScenario
{
    private static readonly Dictionary<DistributionKind, string> Families = new()
    {
        [DistributionKind.Uniform] = "uniform",
        [DistributionKind.Triangular] = "triangular",
        [DistributionKind.Normal] = "normal",
        [DistributionKind.LogNormal] = "lognormal",
    };

    /// <summary>The scenario as text. Sizes are marked as assumed: nobody published what a search found.</summary>
    /// <param name="text">The search.</param>
    /// <param name="settings">One per lever.</param>
    /// <param name="extends">The base as the new file names it.</param>
    /// <param name="id">Identifier of the new scenario.</param>
    public static string Write(OptimiseText text, IReadOnlyList<double> settings, string extends, string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(settings);
        var draft = new ScenarioDraft(id, $"{text.Title}: the best settings found", extends) { Comment = $"Settings found by the search '{text.Id}'." };
        foreach (var (lever, setting) in text.Levers.Zip(settings))
        {
            draft.Set(lever.Path, Value(text, lever, setting));
        }

        return draft.Write();
    }

    private static string Value(OptimiseText text, PolicyLever lever, double setting)
    {
        var number = setting.ToString("R", CultureInfo.InvariantCulture);
        if (lever.Path.EndsWith(".ramp-months", StringComparison.Ordinal) || lever.Path.EndsWith(".fade-months", StringComparison.Ordinal))
        {
            return number;
        }

        // The new value is laid over what the base states: a distribution there has to be taken away.
        var stated = text.Base.Experiment.Variants[0].Settings.Where(s => s.Slot == lever.Slot).Select(s => s.Value)
            .DefaultIfEmpty(text.Base.Experiment.World.Slots[lever.Slot].Value).First();
        var family = Families.TryGetValue(stated.Kind, out var name) ? $", {name}: null" : string.Empty;
        return $"{{ value: {number}, basis: assumption{family} }}";
    }
}
