using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Status;

/// <summary>What became of an agreement, or of the measures of a country, in the replicates of an ensemble.</summary>
/// <param name="Instrument">Identifier.</param>
/// <param name="Replicates">Replicates that ran.</param>
/// <param name="InForce">Replicates in which a provision was in force at the end of at least one month.</param>
/// <param name="ShareOfMonths">
/// Months in which a provision was in force at their end, as a part of those in which its dates would have it, over all
/// replicates; not-a-number when its dates lie outside the period.
/// </param>
/// <param name="Suspended">Replicates in which a provision was suspended or never began, though its dates would have it.</param>
/// <param name="Reason">The most frequent reason; empty when it was never suspended.</param>
/// <param name="FirstSuspended">The first month of all replicates in which that happened, as <c>yyyy-MM</c>; null for never.</param>
/// <param name="Clauses">Provisions that add places.</param>
public sealed record AgreementStatus(
    string Instrument,
    int Replicates,
    int InForce,
    double ShareOfMonths,
    int Suspended,
    string Reason,
    string? FirstSuspended,
    IReadOnlyList<ClauseStatus> Clauses)
{
    /// <summary>The replicates in which it was suspended, from 0.</summary>
    public IReadOnlySet<int> SuspendedReplicates { get; init; } = new HashSet<int>();

    /// <summary>Whether and how long it was in force, in a sentence.</summary>
    public string Describe()
    {
        var force = string.Create(
            CultureInfo.InvariantCulture,
            $"in force in {(InForce == Replicates && InForce > 1 ? "all" : $"{InForce} of")} {Replicates} simulations{Planned}");
        return Suspended == 0 ? force : string.Create(
            CultureInfo.InvariantCulture, $"{force}; suspended in {Suspended}, first in {Spelled(FirstSuspended)} ({Reason})");
    }

    private string Planned => Math.Round(ShareOfMonths * 100, 1) switch
    {
        double.NaN => string.Empty,
        100 => ", throughout the months planned",
        var share => string.Create(CultureInfo.InvariantCulture, $", on average for {share:0.#}% of the months planned"),
    };

    private static string Spelled(string? month) => CalendarMonth.TryParse(month ?? string.Empty, out var number) ? CalendarMonth.Spell(number) : string.Empty;
}

/// <summary>What became of a provision that adds places: medians over replicates, sums over the whole period.</summary>
/// <param name="Provision">Identifier.</param>
/// <param name="Promised">Places by its dates and phase-in.</param>
/// <param name="Delivered">Places after conditions, compliance and reciprocity.</param>
/// <param name="TakenUp">
/// People beyond the baseline where the places are, by whatever the scenario changes; null where there is no baseline or it is
/// not known where the places are.
/// </param>
/// <param name="Where">The indicator that counts them, such as <c>admissions:usa-resettlement</c>; empty when not known.</param>
public sealed record ClauseStatus(string Provision, Band Promised, Band Delivered, Band? TakenUp, string Where)
{
    /// <summary>
    /// Other provisions, as <c>instrument/provision</c>, whose places the same indicator counts: who takes up a place of which of them
    /// nobody can say, so that <see cref="TakenUp"/> is that of all of them together.
    /// </summary>
    public IReadOnlyList<string> With { get; init; } = [];
}
