namespace CorridorSim.Analysis.Discovery;

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
