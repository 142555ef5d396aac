using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Files;

/// <summary>What the parameters of a scenario rest on, in words for whoever reads its results.</summary>
public static class FitNote
{
    /// <summary>One or two sentences, taken from the scenario's posterior sample and horizon.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="lastMonth">Last month that is shown; that of its horizon when left out.</param>
    public static string For(ResolvedScenario scenario, int? lastMonth = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Posterior is not { } sample)
        {
            return "This world is not fitted to data: treat its totals as illustrations and rely on the effects.";
        }

        if (sample.Window is not { } window)
        {
            return $"The parameters are drawn from {sample.File}, which does not say what data they were fitted to.";
        }

        var (first, last) = (CalendarMonth.Spell(window.First), CalendarMonth.Spell(window.Last));
        var beyond = (lastMonth ?? scenario.FirstMonth + scenario.Months - 1) - window.Last;
        var projection = beyond > 0
            ? $" {(beyond == 1 ? "The month" : $"The {beyond} months")} after that {(beyond == 1 ? "is" : "are")} a projection: the true uncertainty is wider than the intervals shown."
            : string.Empty;
        return $"The model is fitted to data from {first} to {last}.{projection}";
    }
}
