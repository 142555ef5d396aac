namespace CorridorSim.Dashboard.WhatIf;

/// <summary>A question: a scenario with some sliders moved.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Moved">Values by path of the slider; only those that differ from the scenario.</param>
/// <param name="Replicates">Replicates, 1 to 1,000.</param>
public sealed record WhatIfQuestion(string Scenario, IReadOnlyDictionary<string, double> Moved, int Replicates = WhatIfQuestion.DefaultReplicates)
{
    /// <summary>Replicates unless told.</summary>
    public const int DefaultReplicates = 64;
}
