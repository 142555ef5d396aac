using System.Globalization;
using System.Text.Json.Serialization;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Runs.Manifests;

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

    /// <summary>Blocks that are there; of a sweep that is not finished, its journal counts them.</summary>
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

/// <summary>A figure that a sweep keeps of each lane.</summary>
/// <param name="Indicator">What it is called.</param>
/// <param name="Name">The indicator as analysts write it, for example <c>irregular-entries:COL&gt;PAN</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Months it covers, for example <c>2021-01..2024-12</c>.</param>
public sealed record SweepColumn(string Indicator, string Name, string Unit, string Period);

/// <summary>A design as a stored sweep knows it; with the seed it gives the same points again.</summary>
/// <param name="Kind">Name, for example <c>latin-hypercube</c>.</param>
/// <param name="Size">Points of a sample, rows of a matrix, trajectories or futures; 0 where the factors tell.</param>
/// <param name="Levels">Levels of the Morris grid; 0 elsewhere.</param>
public sealed record SweepDesignInfo(string Kind, int Size, int Levels);

/// <summary>A factor as a stored sweep knows it.</summary>
/// <param name="Id">Name in the sweep.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Path">Path into the scenario.</param>
/// <param name="Kind"><c>lever</c> or <c>uncertainty</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Baseline">The value of the base scenario.</param>
public sealed record SweepFactorInfo(string Id, string Label, string Path, string Kind, string Unit, double Baseline)
{
    /// <summary>The kind of a factor that governments choose.</summary>
    public const string Lever = "lever";

    /// <summary>Whether governments choose it.</summary>
    public bool IsLever => Kind == Lever;

    /// <summary>Whether its values are dates, counted in months.</summary>
    public bool IsDate => Unit == InputSlot.Month;

    /// <summary>A value as a person reads it: a date as <c>2022-10</c>, a number with commas between thousands.</summary>
    public string Format(double value) => !double.IsFinite(value) ? "-"
        : IsDate ? DateText.Format(value)
        : value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A value as a program reads it: a date as text, a number as number.</summary>
    public object Raw(double value) => IsDate ? DateText.Format(value) : value;
}

/// <summary>A lane of a sweep that failed.</summary>
/// <param name="Lane">Number of the lane.</param>
/// <param name="Variant">Its point.</param>
/// <param name="Replicate">Its replicate.</param>
/// <param name="Settings">Values of the factors, by factor.</param>
/// <param name="Where">Country or agreement where it was noticed.</param>
/// <param name="Tick">Tick at which it was noticed.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="IsLost">True when the lane itself may be sound: its workers were lost, and a resumed sweep tries it again.</param>
public sealed record SweepFailure(
    long Lane, int Variant, int Replicate, IReadOnlyDictionary<string, double> Settings, string Where, int Tick, string Reason,
    bool IsLost = false);

/// <summary>Where a sweep stands.</summary>
public static class SweepStatus
{
    /// <summary>A process is at work on it. A manifest that says so is believed only while its lock is held.</summary>
    public const string Running = "running";

    /// <summary>Stopped by the user, or not begun yet; can be resumed.</summary>
    public const string Stopped = "stopped";

    /// <summary>Its process was killed, or could not write any more; can be resumed. No manifest says so of itself.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Every lane succeeded.</summary>
    public const string Complete = RunManifest.Complete;

    /// <summary>Finished, but some lanes failed.</summary>
    public const string SomeLanesFailed = RunManifest.SomeLanesFailed;
}
