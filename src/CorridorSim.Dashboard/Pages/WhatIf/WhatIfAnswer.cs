using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>What the whole model says to a question.</summary>
/// <param name="Compiled">The scenario as its file states it.</param>
/// <param name="Baseline">The world as set without the pact, or with the policy of the file where the scenario extends nothing.</param>
/// <param name="BaselineTitle">What the baseline is called.</param>
/// <param name="Current">The scenario with the sliders as moved.</param>
/// <param name="Elapsed">Time the slowest simulation took.</param>
public sealed record WhatIfAnswer(CompiledScenario Compiled, IEnsemble Baseline, string BaselineTitle, IEnsemble Current, TimeSpan Elapsed)
{
    /// <summary>Policy and world apart, where the world of the scenario differs from that of its baseline's file; else empty.</summary>
    public IReadOnlyList<PolicyWorldEffect> Apart { get; init; } = [];
}

/// <summary>A question: a scenario with some sliders moved.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Moved">Values by path of the slider; only those that differ from the scenario.</param>
/// <param name="Replicates">Replicates, 1 to 1,000.</param>
public sealed record WhatIfQuestion(string Scenario, IReadOnlyDictionary<string, double> Moved, int Replicates = WhatIfQuestion.DefaultReplicates)
{
    /// <summary>Replicates unless told.</summary>
    public const int DefaultReplicates = 64;
}

/// <summary>How an answer is to be shown.</summary>
/// <param name="ShowsLevels">Levels beside the baseline instead of the change from it.</param>
/// <param name="IsMapDifference">The map of what widens and narrows instead of who moves where.</param>
/// <param name="Command">The command line that makes the numbers.</param>
public sealed record WhatIfLook(bool ShowsLevels, bool IsMapDifference, string Command)
{
    /// <summary>What was observed of the world; null until it is read.</summary>
    public Analysis.Records.RecordedMonths? Record { get; init; }

    /// <summary>An indicator that is shown beside those of the headline; null for none.</summary>
    public Analysis.Effects.IndicatorName? Chosen { get; init; }

    /// <summary>Sliders as moved, by path.</summary>
    public IReadOnlyDictionary<string, double> Moved { get; init; } = new Dictionary<string, double>();
}
