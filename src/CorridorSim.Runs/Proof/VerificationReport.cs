namespace CorridorSim.Runs.Proof;

/// <summary>What a verification found.</summary>
public sealed record VerificationReport
{
    /// <summary>Everything that is not as it should be.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What is worth knowing and no fault.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Fingerprint of the author's key, when a signature holds; null without one.</summary>
    public required string? SignedBy { get; init; }

    /// <summary>Result hash in the manifest; null of a sweep that is not finished.</summary>
    public required string? StoredHash { get; init; }

    /// <summary>Result hash of the new run, or of the blocks of the sweep; null when there was none.</summary>
    public required string? RerunHash { get; init; }

    /// <summary>Lanes that were simulated anew.</summary>
    public required long LanesSimulated { get; init; }

    /// <summary>True when nothing was found.</summary>
    public bool IsConfirmed => Findings.Count == 0;
}

/// <summary>One thing that keeps a run or a sweep from being confirmed.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">The file, or the member of the manifest.</param>
/// <param name="Words">What is wrong with it; empty when the kind says all.</param>
public sealed record Finding(FindingKind Kind, string What, string Words = "");

/// <summary>What a verification can find.</summary>
public enum FindingKind
{
    /// <summary>A file is not what was written: its bytes and its checksum do not agree.</summary>
    Damaged,

    /// <summary>A file is gone.</summary>
    Missing,

    /// <summary>A file was not written with the rest.</summary>
    Unexpected,

    /// <summary>A statement, or a table whose checksum is right, is not what the scenario gives.</summary>
    Altered,

    /// <summary>The numbers differ, and another build of the model made them.</summary>
    AnotherBuild,

    /// <summary>The world that was simulated is not the one that lies here.</summary>
    AnotherWorld,
}
