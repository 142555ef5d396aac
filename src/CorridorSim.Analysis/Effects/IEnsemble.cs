using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>By what ensembles report.</summary>
public static class EnsembleSteps
{
    /// <summary>The step of all of them; months where they differ.</summary>
    public static ReportStep CommonStep(this IEnumerable<IEnsemble> ensembles)
    {
        var steps = ensembles.Select(e => e.Step).Distinct().ToArray();
        return steps.Length == 1 ? steps[0] : ReportStep.Month;
    }
}

/// <summary>What is said of weeks where there are none.</summary>
internal static class WeeksOf
{
    /// <summary>The error of an ensemble that was recorded by month.</summary>
    public static UnknownIndicatorException Nobody(string name) =>
        new($"'{name}' was recorded by month, which does not say what happened in a week; add '--set outputs.step=week' and run it again.");
}

/// <summary>The replicates of one variant, in memory or in a run folder: what effects, charts and rankings are worked out from.</summary>
public interface IEnsemble
{
    /// <summary>Name of the variant.</summary>
    string Name { get; }

    /// <summary>Key of all random draws; variants with the same seed and replicate see the same random draws.</summary>
    ulong Seed { get; }

    /// <summary>Number of replicates, at least 1.</summary>
    int Replicates { get; }

    /// <summary>First month, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    int FirstMonth { get; }

    /// <summary>Number of months, at least 1.</summary>
    int Months { get; }

    /// <summary>Passages whose irregular entries belong to the headline, for example <c>COL&gt;PAN</c>.</summary>
    IReadOnlyList<string> HeadlinePassages { get; }

    /// <summary>Replicates whose lane failed, counted from 0.</summary>
    IReadOnlySet<int> Failed { get; }

    /// <summary>What agreements and measures did, replicate by replicate; empty where it is not known.</summary>
    IReadOnlyList<PolicyAct> Acts { get; }

    /// <summary>The recorded series with their units, in order of recording.</summary>
    IReadOnlyList<(SeriesKey Key, string Unit)> Series { get; }

    /// <summary>Monthly values of a recorded series: an array replicates x months; not-a-number where the lane failed or the figure is not defined.</summary>
    /// <exception cref="UnknownIndicatorException">The series was not recorded.</exception>
    double[][] Monthly(SeriesKey key);

    /// <summary>By what it reports; months unless it says otherwise.</summary>
    ReportStep Step => ReportStep.Month;

    /// <summary>Weekly values of a recorded series: an array replicates x weeks, four to a month.</summary>
    /// <exception cref="UnknownIndicatorException">The series was not recorded, or not by week.</exception>
    double[][] Weekly(SeriesKey key) =>
        throw WeeksOf.Nobody(Name);
}

/// <summary>What a provision did in one replicate.</summary>
/// <param name="Month">Month, counted from the first of the ensemble.</param>
/// <param name="Instrument">Identifier of the agreement or measures.</param>
/// <param name="Provision">Identifier of the provision.</param>
/// <param name="Act">in force, scaled, suspended, resumed or ended.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Replicate">The replicate, from 0.</param>
public sealed record PolicyAct(int Month, string Instrument, string Provision, string Act, string Reason, int Replicate);

/// <summary>Tells which replicates of a variant failed.</summary>
internal static class FailedReplicates
{
    /// <summary>The replicates, counted from 0.</summary>
    public static IReadOnlySet<int> Of(IEnumerable<LaneFailure> failures, int variant, int replicates) =>
        new HashSet<int>(failures.Where(f => f.Lane / replicates == variant).Select(f => (int)(f.Lane % replicates)));
}
