using System.Globalization;
using CorridorSim.Analysis.Sweeps;

namespace CorridorSim.Analysis.Robustness;

/// <summary>A sweep seen as policies (settings of the levers) x futures (settings of the uncertainties, each with every replicate).</summary>
public sealed class PolicyFutures
{
    private readonly SweepTable _table;
    private readonly int[,] _points;
    private readonly int[] _kept;

    /// <summary>Tells policies and futures apart.</summary>
    /// <param name="table">The sweep.</param>
    /// <param name="columns">Figures that every future must have under every policy.</param>
    /// <exception cref="StudyException">The sweep does not try every policy in every future.</exception>
    public PolicyFutures(SweepTable table, IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        _table = table;
        Levers = [.. Enumerable.Range(0, table.Factors.Count).Where(f => table.Factors[f].IsLever)];
        int[] unknowns = [.. Enumerable.Range(0, table.Factors.Count).Except(Levers)];
        if (Levers.Count == 0)
        {
            throw new StudyException("the sweep has no lever, so there are no policies to compare; mark what governments choose as 'kind: lever'");
        }

        var policies = table.Rows(Levers).Distinct().ToList();
        var futures = table.Rows(unknowns).Distinct().ToList();
        _points = new int[policies.Count, futures.Count];
        var (byPolicy, byFuture) = (Numbered(policies), Numbered(futures));
        var (ofPolicy, ofFuture) = (table.Rows(Levers), table.Rows(unknowns));
        var seen = new HashSet<(int, int)>();
        for (var point = 0; point < table.Count; point++)
        {
            var (policy, future) = (byPolicy[ofPolicy[point]], byFuture[ofFuture[point]]);
            _points[policy, future] = point;
            seen.Add((policy, future));
        }

        if (seen.Count != policies.Count * futures.Count)
        {
            throw new StudyException(string.Create(
                CultureInfo.InvariantCulture,
                $"the sweep tries {seen.Count} of the {policies.Count} x {futures.Count} combinations of policies and futures; use 'design: {{ kind: cross, points: 50 }}', which tries all"));
        }

        Policies = policies.Count;
        var replicates = table.Manifest.Replicates;
        _kept = [.. Enumerable.Range(0, futures.Count * replicates).Where(state => Enumerable.Range(0, Policies).All(p =>
            columns.All(c => !double.IsNaN(Value(c, p, state)))))];
        LeftOut = (futures.Count * replicates) - _kept.Length;
        if (_kept.Length == 0)
        {
            throw new StudyException("in no future all policies have all figures: lanes failed, or a wait or share is of nobody under some policy; judge by other indicators");
        }
    }

    /// <summary>Indices of the levers among the factors.</summary>
    public IReadOnlyList<int> Levers { get; }

    /// <summary>How many policies.</summary>
    public int Policies { get; }

    /// <summary>How many futures: settings of the uncertainties x replicates, without those in which a lane failed or a figure is not defined.</summary>
    public int Futures => _kept.Length;

    /// <summary>Futures left out because a lane of theirs failed or a figure is not defined there.</summary>
    public int LeftOut { get; }

    /// <summary>Values of the levers of a policy.</summary>
    public double[] Setting(int policy) => [.. Levers.Select(f => _table.Points[_points[policy, 0], f])];

    /// <summary>A figure under a policy: one value a future.</summary>
    public double[] Figures(int column, int policy) => [.. _kept.Select(state => Value(column, policy, state))];

    /// <summary>A figure under every policy.</summary>
    public IndicatorTable Table(int column, IndicatorDirection direction)
    {
        var values = new double[Policies, Futures];
        for (var policy = 0; policy < Policies; policy++)
        {
            for (var future = 0; future < Futures; future++)
            {
                values[policy, future] = Value(column, policy, _kept[future]);
            }
        }

        return new IndicatorTable(values, direction);
    }

    private static Dictionary<string, int> Numbered(List<string> rows) => rows.Select((row, i) => (row, i)).ToDictionary(r => r.row, r => r.i);

    private double Value(int column, int policy, int state)
    {
        var (future, replicate) = Math.DivRem(state, _table.Manifest.Replicates);
        return _table.Replicates(column, _points[policy, future])[replicate];
    }
}
