namespace CorridorSim.Runs.Folders;

/// <summary>What a verification found.</summary>
public sealed record VerificationReport
{
    /// <summary>Files whose bytes differ from those written.</summary>
    public required IReadOnlyList<string> Altered { get; init; }

    /// <summary>Files that are gone.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Files that were not written with the run.</summary>
    public required IReadOnlyList<string> Unexpected { get; init; }

    /// <summary>Result hash in the manifest.</summary>
    public required string StoredHash { get; init; }

    /// <summary>Result hash of the new run.</summary>
    public required string RerunHash { get; init; }

    /// <summary>True when nothing differs.</summary>
    public bool IsConfirmed => Altered.Count + Missing.Count + Unexpected.Count == 0 && StoredHash == RerunHash;
}
