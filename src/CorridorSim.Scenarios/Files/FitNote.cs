using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Files;

/// <summary>What the parameters of a scenario rest on, in words for whoever reads its results.</summary>
public static class FitNote
{
    /// <summary>One or two sentences, taken from the scenario's posterior sample and horizon.</summary>
    public static string For(ResolvedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Posterior is not { } sample)
        {
            return "The world's parameters are not fitted to observations: read levels as illustrations and rest on differences between scenarios.";
        }

        if (sample.Window is not { } window)
        {
            return $"The world's parameters are drawn from the sample {sample.File}, which does not say what it was fitted to.";
        }

        var (first, last) = (CalendarMonth.Format(window.First), CalendarMonth.Format(window.Last));
        var beyond = scenario.FirstMonth + scenario.Months - 1 - window.Last;
        var projection = beyond > 0
            ? $" The {beyond} {(beyond == 1 ? "month" : "months")} after {last} are a projection that is not tested against observations: its bands are wide, and the true range is wider still."
            : string.Empty;
        return $"The world's parameters are fitted to observations from {first} to {last}.{projection}";
    }
}
