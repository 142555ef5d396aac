namespace CorridorSim.Model.Recording;

/// <summary>Series in their order, and where each stands.</summary>
internal sealed class SeriesIndex
{
    private readonly Dictionary<SeriesKey, int> _positions;

    /// <summary>Indexes series.</summary>
    public SeriesIndex(IReadOnlyList<SeriesInfo> series)
    {
        Series = series;
        _positions = series.Select((info, index) => (info.Key, index)).ToDictionary(p => p.Key, p => p.index);
    }

    /// <summary>The series.</summary>
    public IReadOnlyList<SeriesInfo> Series { get; }

    /// <summary>Index of a series, or -1 when it is not among them.</summary>
    public int IndexOf(SeriesKey key) => _positions.GetValueOrDefault(key, -1);
}
