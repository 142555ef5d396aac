namespace CorridorSim.Runs.Proof;

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
