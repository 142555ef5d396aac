using System.Globalization;
using CorridorSim.Scenarios.Writing;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>The settings that a search found, as a scenario that extends the base.</summary>
public static class EmittedScenario
{
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
            draft.Set(lever.Path, Value(lever, setting));
        }

        return draft.Write();
    }

    private static string Value(PolicyLever lever, double setting)
    {
        var number = setting.ToString("R", CultureInfo.InvariantCulture);
        if (lever.Path.EndsWith(".ramp-months", StringComparison.Ordinal) || lever.Path.EndsWith(".fade-months", StringComparison.Ordinal))
        {
            return number;
        }

        return $"{{ value: {number}, basis: assumption }}";
    }
}
