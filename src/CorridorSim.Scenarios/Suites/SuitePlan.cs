using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Suites;

/// <summary>What a series has to do with a dated measure.</summary>
public enum SeriesRole
{
    /// <summary>The measure aims at it.</summary>
    Treated,

    /// <summary>People may go there instead.</summary>
    Diverted,

    /// <summary>The measure has nothing to do with it.</summary>
    Placebo,
}

/// <summary>An observed series of an experiment.</summary>
/// <param name="Name">Series and nationality.</param>
/// <param name="Role">What it has to do with the measure.</param>
public sealed record SuiteSeries(ObservedName Name, SeriesRole Role);

/// <summary>A dated measure whose consequences were counted.</summary>
public sealed record SuiteExperiment
{
    /// <summary>Identifier within the suite.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Scenario whose parameters know nothing of the months that are forecast; null where the months are not there yet.</summary>
    public required CompiledScenario? Scenario { get; init; }

    /// <summary>The same scenario without the measure; null where none is named.</summary>
    public required CompiledScenario? Without { get; init; }

    /// <summary>Month of the measure, which is the first that is forecast unless an origin is named.</summary>
    public required int Month { get; init; }

    /// <summary>First month that is forecast.</summary>
    public required int Origin { get; init; }

    /// <summary>Months from the measure on that are scored, at least 3.</summary>
    public required int Horizon { get; init; }

    /// <summary>Series, in the order of the file.</summary>
    public required IReadOnlyList<SuiteSeries> Series { get; init; }

    /// <summary>Months in which nothing happened to the treated series, each an origin of its own.</summary>
    public required IReadOnlyList<int> PlaceboMonths { get; init; }

    /// <summary>True while the months that would score it are kept back or still to come: it is read and checked, and not run.</summary>
    public required bool AwaitsMonths { get; init; }
}

/// <summary>A suite of natural experiments.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Observations">What was counted.</param>
/// <param name="Experiments">The experiments, in the order of the file.</param>
public sealed record SuitePlan(string Id, string Title, ObservationTable Observations, IReadOnlyList<SuiteExperiment> Experiments);
