namespace CorridorSim.Model.Recording;

/// <summary>The series of an experiment: those that its world can measure, and those of them that are recorded.</summary>
internal sealed class SeriesPlan
{
    private readonly Dictionary<SeriesKey, int> _recorded;
    private readonly Dictionary<SeriesKey, int> _known;

    /// <summary>Indexes the series.</summary>
    /// <param name="all">Every series that could be recorded or watched.</param>
    /// <param name="recorded">Those that are recorded, in the order in which they are kept.</param>
    public SeriesPlan(IReadOnlyList<SeriesInfo> all, IReadOnlyList<SeriesInfo> recorded)
    {
        (All, Recorded) = (all, recorded);
        _known = Index(all);
        _recorded = Index(recorded);
    }

    /// <summary>Every series that could be recorded or watched.</summary>
    public IReadOnlyList<SeriesInfo> All { get; }

    /// <summary>The series that are recorded, in order.</summary>
    public IReadOnlyList<SeriesInfo> Recorded { get; }

    /// <summary>Index in <see cref="Recorded"/>, or -1 when it is not recorded.</summary>
    public int RecordedIndex(SeriesKey key) => _recorded.GetValueOrDefault(key, -1);

    /// <summary>Index in <see cref="All"/>, or -1 when the world does not measure it.</summary>
    public int IndexOf(SeriesKey key) => _known.GetValueOrDefault(key, -1);

    private static Dictionary<SeriesKey, int> Index(IReadOnlyList<SeriesInfo> series) =>
        series.Select((info, index) => (info.Key, index)).ToDictionary(p => p.Key, p => p.index);
}
