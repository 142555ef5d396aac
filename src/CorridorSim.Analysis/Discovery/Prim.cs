namespace CorridorSim.Analysis.Discovery;

/// <summary>
/// The patient rule induction method: finds a box of inputs in which hits are dense by peeling thin slices off its sides, then
/// pasting back what was peeled too much. Friedman and Fisher, Statistics and Computing 9 (1999) 123. A peel is chosen by the gain
/// in density per point given up, so that discrete factors do not win by large cuts.
/// </summary>
public static class Prim
{
    /// <summary>Peels from all points down to the least mass.</summary>
    /// <param name="inputs">Points x factors, numbers or category codes.</param>
    /// <param name="hits">Per point, whether the target holds.</param>
    /// <param name="options">How to seek.</param>
    /// <exception cref="ArgumentException">Points and hits differ in number, no point is a hit, or an option is out of range.</exception>
    public static PeelingTrajectory Peel(double[,] inputs, IReadOnlyList<bool> hits, PrimOptions options)
    {
        Check(inputs, hits, options);
        var region = PrimRegion.All(inputs, hits, options);
        var boxes = new List<Box> { region.ToBox() };
        while (region.Candidates().MaxBy(candidate => candidate.Merit) is { } best)
        {
            region = region.Cut(best);
            boxes.Add(region.ToBox());
        }

        return new PeelingTrajectory(boxes);
    }

    /// <summary>Widens a box side by side as long as its density does not fall.</summary>
    /// <param name="box">A box found by peeling.</param>
    /// <param name="inputs">Points x factors.</param>
    /// <param name="hits">Per point.</param>
    /// <param name="options">How to seek.</param>
    public static Box Paste(Box box, double[,] inputs, IReadOnlyList<bool> hits, PrimOptions options)
    {
        Check(inputs, hits, options);
        var best = PrimRegion.Measure(box.Restrictions, inputs, hits);
        while (Pastes(best, inputs, options)
            .Select(lines => PrimRegion.Measure(lines, inputs, hits))
            .Where(wider => wider.Density >= best.Density && wider.Mass > best.Mass)
            .MaxBy(wider => (wider.Density, wider.Mass)) is { } wider)
        {
            best = wider;
        }

        return best;
    }

    private static IEnumerable<IReadOnlyList<BoxRestriction>> Pastes(Box box, double[,] inputs, PrimOptions options)
    {
        var count = inputs.GetLength(0);
        var step = Math.Max(1, (int)(options.PasteShare * box.Mass * count));
        foreach (var line in box.Restrictions)
        {
            IReadOnlyList<BoxRestriction> others = [.. box.Restrictions.Where(other => other != line)];
            var free = new Box(others, 0, 0, 0);
            double[] reachable = [.. Enumerable.Range(0, count).Where(row => free.Contains(inputs, row))
                .Select(row => inputs[row, line.Factor]).Order()];
            foreach (var wider in Widen(line, reachable, step))
            {
                yield return [.. box.Restrictions.Select(other => other == line ? wider : other).OfType<BoxRestriction>()];
            }
        }
    }

    // A line that excludes nothing any more is given as null and leaves the rule.
    private static IEnumerable<BoxRestriction?> Widen(BoxRestriction line, double[] reachable, int step)
    {
        if (line.Categories is { } allowed)
        {
            foreach (var category in reachable.Distinct().Except(allowed))
            {
                IReadOnlyList<double> more = [.. allowed.Append(category).Order()];
                yield return reachable.All(more.Contains) ? null : line with { Categories = more };
            }

            yield break;
        }

        double[] below = [.. reachable.Where(value => value < line.Lower)];
        double[] above = [.. reachable.Where(value => value > line.Upper)];
        if (below.Length > 0)
        {
            yield return Simplified(line with { Lower = below.Length <= step ? null : below[^step] });
        }

        if (above.Length > 0)
        {
            yield return Simplified(line with { Upper = above.Length <= step ? null : above[step - 1] });
        }
    }

    private static BoxRestriction? Simplified(BoxRestriction line) => line.Lower is null && line.Upper is null ? null : line;

    private static void Check(double[,] inputs, IReadOnlyList<bool> hits, PrimOptions options)
    {
        if (inputs.GetLength(0) != hits.Count)
        {
            throw new ArgumentException($"{inputs.GetLength(0)} points, {hits.Count} targets.", nameof(hits));
        }

        if (!hits.Contains(true))
        {
            throw new ArgumentException("The target holds in no point; there is nothing to find.", nameof(hits));
        }

        if (!(options is { PeelShare: > 0 and < 1, PasteShare: > 0 and < 1, LeastMass: > 0 and < 1 }))
        {
            throw new ArgumentException("Peel share, paste share and least mass have to lie between 0 and 1.", nameof(options));
        }
    }
}

/// <summary>How boxes are sought.</summary>
public sealed record PrimOptions
{
    /// <summary>Share of the box's points that a peel may remove, between 0 and 1; small is patient.</summary>
    public double PeelShare { get; init; } = 0.05;

    /// <summary>Share of the box's points that a paste adds, between 0 and 1.</summary>
    public double PasteShare { get; init; } = 0.05;

    /// <summary>The least share of all points that a box keeps, above 0 and below 1.</summary>
    public double LeastMass { get; init; } = 0.05;

    /// <summary>Factors whose values are codes of categories, restricted by set rather than by range.</summary>
    public IReadOnlySet<int> CategoricalFactors { get; init; } = new HashSet<int>();
}

/// <summary>The boxes of one search, from all points to the smallest: the trade-off of coverage against density.</summary>
/// <param name="Boxes">In the order found; the first is unrestricted.</param>
public sealed record PeelingTrajectory(IReadOnlyList<Box> Boxes)
{
    /// <summary>The densest box that still covers the asked share of the hits; of equals the one with fewer restrictions.</summary>
    /// <param name="coverage">From 0 to 1.</param>
    public Box Choose(double coverage) => Boxes.Where(box => box.Coverage >= coverage)
        .OrderByDescending(box => box.Density).ThenBy(box => box.RestrictedDimensions).ThenByDescending(box => box.Coverage).First();

    /// <summary>The box with the greatest harmonic mean of coverage and density.</summary>
    public Box ChooseBalanced() => Boxes
        .OrderByDescending(box => 2 * box.Coverage * box.Density / (box.Coverage + box.Density))
        .ThenBy(box => box.RestrictedDimensions).First();
}
