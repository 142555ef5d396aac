namespace CorridorSim.Analysis.Discovery;

/// <summary>A box on its way: its lines and the points that are still within.</summary>
internal sealed class PrimRegion
{
    private readonly double[,] _inputs;
    private readonly IReadOnlyList<bool> _hits;
    private readonly PrimOptions _options;
    private readonly BoxRestriction?[] _lines;
    private readonly int[] _rows;
    private readonly int _hitCount;

    private PrimRegion(double[,] inputs, IReadOnlyList<bool> hits, PrimOptions options, BoxRestriction?[] lines, int[] rows)
    {
        (_inputs, _hits, _options, _lines, _rows) = (inputs, hits, options, lines, rows);
        _hitCount = rows.Count(row => hits[row]);
    }

    public static PrimRegion All(double[,] inputs, IReadOnlyList<bool> hits, PrimOptions options) =>
        new(inputs, hits, options, new BoxRestriction?[inputs.GetLength(1)], [.. Enumerable.Range(0, hits.Count)]);

    public static Box Measure(IReadOnlyList<BoxRestriction> lines, double[,] inputs, IReadOnlyList<bool> hits)
    {
        var rule = new Box(lines, 0, 0, 0);
        int[] rows = [.. Enumerable.Range(0, hits.Count).Where(row => rule.Contains(inputs, row))];
        return Measure(lines, rows.Length, rows.Count(row => hits[row]), hits);
    }

    public Box ToBox() => Measure([.. _lines.OfType<BoxRestriction>()], _rows.Length, _hitCount, _hits);

    public PrimRegion Cut(PeelCandidate candidate)
    {
        BoxRestriction?[] lines = [.. _lines];
        lines[candidate.Line.Factor] = candidate.Line;
        return new PrimRegion(_inputs, _hits, _options, lines, candidate.Rows);
    }

    /// <summary>The peels that raise or keep the density and leave the least mass.</summary>
    public IEnumerable<PeelCandidate> Candidates()
    {
        if (_hitCount == _rows.Length)
        {
            return [];
        }

        return Enumerable.Range(0, _lines.Length).SelectMany(factor =>
            _options.CategoricalFactors.Contains(factor) ? CategoryLines(factor) : RangeLines(factor))
            .Select(Judge).OfType<PeelCandidate>();
    }

    private static Box Measure(IReadOnlyList<BoxRestriction> lines, int points, int found, IReadOnlyList<bool> hits) =>
        new(lines, (double)found / hits.Count(hit => hit), points == 0 ? 0 : (double)found / points, (double)points / hits.Count);

    private PeelCandidate? Judge(BoxRestriction line)
    {
        int[] rows = [.. _rows.Where(row => line.Holds(_inputs[row, line.Factor]))];
        if (rows.Length == _rows.Length || rows.Length < _options.LeastMass * _hits.Count)
        {
            return null;
        }

        var density = (double)rows.Count(row => _hits[row]) / rows.Length;
        var gain = density - ((double)_hitCount / _rows.Length);
        return gain > 0 ? new PeelCandidate(line, rows, gain / (_rows.Length - rows.Length)) : null;
    }

    private IEnumerable<BoxRestriction> CategoryLines(int factor)
    {
        double[] present = [.. _rows.Select(row => _inputs[row, factor]).Distinct().Order()];
        return present.Length < 2
            ? []
            : present.Select(dropped => new BoxRestriction(factor, null, null, [.. present.Where(category => category != dropped)]));
    }

    private IEnumerable<BoxRestriction> RangeLines(int factor)
    {
        double[] values = [.. _rows.Select(row => _inputs[row, factor]).Order()];
        var cut = Math.Max(1, (int)(_options.PeelShare * values.Length));

        // The new bound is a value of the sample that differs from the end, so that ties go together and something is removed.
        var lower = values.Skip(cut).Where(value => value > values[0]).Take(1);
        var upper = values.Reverse().Skip(cut).Where(value => value < values[^1]).Take(1);
        var line = _lines[factor] ?? new BoxRestriction(factor, null, null);
        return lower.Select(bound => line with { Lower = bound }).Concat(upper.Select(bound => line with { Upper = bound }));
    }
}

/// <summary>A slice that could be peeled off.</summary>
/// <param name="Line">The restriction that removes it, taking the place of the factor's present one.</param>
/// <param name="Rows">The points that remain.</param>
/// <param name="Merit">Gain in density per point removed.</param>
internal sealed record PeelCandidate(BoxRestriction Line, int[] Rows, double Merit);
