namespace CorridorSim.Runs.Proof;

/// <summary>One thing that keeps a run or a sweep from being confirmed.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">The file, or the member of the manifest.</param>
/// <param name="Words">What is wrong with it; empty when the kind says all.</param>
public sealed record Finding(FindingKind Kind, string What, string Words = "");
