using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>The replicates of one variant, in memory or in a run folder: what effects, charts and rankings are worked out from.</summary>
public interface IEnsemble
{
    /// <summary>Name of the variant.</summary>
    string Name { get; }

    /// <summary>Key of all random draws; variants with the same seed and replicate see the same luck.</summary>
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
}
