namespace CorridorSim.Model.Recording;

/// <summary>The series of an experiment: those that its world can measure, and those of them that are recorded.</summary>
/// <param name="measurable">Every series that could be recorded or watched.</param>
/// <param name="recorded">Those that are recorded, in the order in which they are kept.</param>
internal sealed class SeriesPlan(SeriesIndex measurable, IReadOnlyList<SeriesInfo> recorded)
{
    private readonly SeriesIndex _recorded = new(recorded);

    /// <summary>Every series that could be recorded or watched.</summary>
    public IReadOnlyList<SeriesInfo> All => measurable.Series;

    /// <summary>The series that are recorded, in order.</summary>
    public IReadOnlyList<SeriesInfo> Recorded => _recorded.Series;

    /// <summary>Index in <see cref="Recorded"/>, or -1 when it is not recorded.</summary>
    public int RecordedIndex(SeriesKey key) => _recorded.IndexOf(key);

    /// <summary>Index in <see cref="All"/>, or -1 when the world does not measure it.</summary>
    public int IndexOf(SeriesKey key) => measurable.IndexOf(key);
}
