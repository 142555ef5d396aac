using System.Text.Json.Serialization;

namespace CorridorSim.Runs.Sweeps;

/// <summary>What the folder of a sweep says about itself.</summary>
public sealed record SweepManifest
{
    /// <summary>Value of <see cref="Kind"/>.</summary>
    public const string SweepKind = "sweep";

    /// <summary>Tells a sweep from a run.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier, equal to the name of the folder.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="SweepStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Identifier of the sweep file.</summary>
    public required string Sweep { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier of the base scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Hash of the base scenario and its world.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Hash of the files of the world; empty in sweeps of older versions.</summary>
    public string WorldHash { get; init; } = string.Empty;

    /// <summary>Hash of everything that determines the numbers.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>Identifier of the build that simulates: numbers of two builds are not mixed.</summary>
    public required string Build { get; init; }

    /// <summary>Design.</summary>
    public required SweepDesignInfo Design { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<SweepFactorInfo> Factors { get; init; }

    /// <summary>Figures of each lane.</summary>
    public required IReadOnlyList<SweepColumn> Columns { get; init; }

    /// <summary>Number of points.</summary>
    public required int Variants { get; init; }

    /// <summary>Replicates of each point.</summary>
    public required int Replicates { get; init; }

    /// <summary>Number of lanes.</summary>
    public required long Lanes { get; init; }

    /// <summary>Lanes of a block.</summary>
    public required int BlockSize { get; init; }

    /// <summary>Number of blocks.</summary>
    public required int Blocks { get; init; }

    /// <summary>Blocks that are there; of a sweep that is not finished, <see cref="SweepStore"/> counts them in its journal.</summary>
    public required int BlocksDone { get; init; }

    /// <summary>Blocks of these that were taken from other sweeps.</summary>
    public required int BlocksReused { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>First month, as <c>yyyy-MM</c>.</summary>
    public required string From { get; init; }

    /// <summary>Number of months.</summary>
    public required int Months { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>When the sweep began.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Time at work over all sessions, seconds.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Hash of the figures of every lane; null before the end.</summary>
    public string? ResultHash { get; init; }

    /// <summary>Greatest relative error of any ledger so far.</summary>
    public double LedgerError { get; init; }

    /// <summary>Lanes that failed, with their settings; complete at the end.</summary>
    public IReadOnlyList<SweepFailure> Failures { get; init; } = [];

    /// <summary>
    /// SHA-256 of the files of the folder by name: of the sweep, its scenario and its points from the beginning, of the journal and
    /// the outcomes at the end. The journal has those of the blocks.
    /// </summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether lanes were lost with their workers: a resumed sweep tries them again.</summary>
    [JsonIgnore]
    public bool HasLostLanes => Failures.Any(f => f.IsLost);

    /// <summary>Whether somebody can go on with what is left of it: it is not finished, and nobody is at work.</summary>
    [JsonIgnore]
    public bool CanBeResumed => Status is SweepStatus.Stopped or SweepStatus.Interrupted;

    /// <summary>Whether every block is there.</summary>
    public bool IsFinished => Status is SweepStatus.Complete or SweepStatus.SomeLanesFailed;
}
