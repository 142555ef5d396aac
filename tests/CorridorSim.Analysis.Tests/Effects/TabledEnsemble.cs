using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Tests.Effects;

/// <summary>An ensemble whose series a test states as text keys and replicates x months.</summary>
internal sealed class TabledEnsemble(string name, ulong seed, params (string Key, string Unit, double[][] Values)[] table) : IEnsemble
{
    public string Name => name;

    public ulong Seed => seed;

    public int Replicates => table[0].Values.Length;

    public int FirstMonth => 2022 * 12;

    public int Months => table[0].Values[0].Length;

    public IReadOnlyList<string> HeadlinePassages => ["AAA>BBB"];

    public IReadOnlyList<PolicyAct> Acts { get; init; } = [];

    public IReadOnlySet<int> Failed { get; init; } = new HashSet<int>();

    public IReadOnlyList<(SeriesKey Key, string Unit)> Series
    {
        get
        {
            Looks++;
            return [.. table.Select(t => (KeyOf(t.Key), t.Unit))];
        }
    }

    /// <summary>How often somebody looked through the series.</summary>
    public int Looks { get; private set; }

    public double[][] Monthly(SeriesKey key) => table.First(t => KeyOf(t.Key) == key).Values;

    private static SeriesKey KeyOf(string text)
    {
        var name = IndicatorName.Parse(text);
        return new SeriesKey(name.Variable, name.Where!, name.Nationality);
    }
}
