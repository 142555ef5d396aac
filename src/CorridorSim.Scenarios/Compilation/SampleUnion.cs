using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>
/// The posterior samples of several scenarios as one table, whose rows hold a row of each. Samples of different length are
/// repeated until the longest ends.
/// </summary>
internal sealed class SampleUnion
{
    private readonly PosteriorSample?[] _ofScenario;
    private readonly List<PosteriorSample> _samples = [];

    public SampleUnion(IReadOnlyList<ResolvedScenario> scenarios)
    {
        _ofScenario = [.. scenarios.Select(s => s.Posterior)];
        foreach (var sample in _ofScenario.OfType<PosteriorSample>().Where(s => _samples.TrueForAll(known => known.File != s.File)))
        {
            _samples.Add(sample);
        }

        var rows = _samples.Count == 0 ? 0 : _samples.Max(s => s.Rows.Count);
        Rows = [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<double>)[.. _samples.SelectMany(s => s.Rows[row % s.Rows.Count])])];
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows { get; }

    /// <summary>Per path the column that a scenario draws it from.</summary>
    public IEnumerable<KeyValuePair<string, Distribution>> Columns(int scenario)
    {
        if (_ofScenario[scenario] is not { } own)
        {
            return [];
        }

        var index = _samples.FindIndex(s => s.File == own.File);
        var first = _samples.Take(index).Sum(s => s.Paths.Count);
        return own.Paths.Select((path, i) => KeyValuePair.Create(path, new Distribution(DistributionKind.Sample, first + i)));
    }
}
