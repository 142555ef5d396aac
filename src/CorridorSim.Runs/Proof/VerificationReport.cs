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
