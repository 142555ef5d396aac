using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Discovery;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Discovery;

public sealed class PrimTests
{
    private static readonly double[,] Points = LatinHypercube.Points(2000, 5, new SplitMixUniforms(21));

    [Fact]
    public void Planted_box_is_found_with_its_bounds_and_no_other_factor()
    {
        var hits = Hits(Points, row => Points[row, 0] is >= 0.3 and <= 0.7 && Points[row, 2] >= 0.6);

        var trajectory = Prim.Peel(Points, hits, new PrimOptions());
        var box = Prim.Paste(trajectory.Choose(0.9), Points, hits, new PrimOptions());

        Assert.Equal([0, 2], box.Restrictions.Select(line => line.Factor));
        Assert.Equal(0.3, box.Restrictions[0].Lower!.Value, 0.03);
        Assert.Equal(0.7, box.Restrictions[0].Upper!.Value, 0.03);
        Assert.Equal(0.6, box.Restrictions[1].Lower!.Value, 0.03);
        Assert.Null(box.Restrictions[1].Upper);
        Assert.InRange(box.Coverage, 0.93, 1);
        Assert.InRange(box.Density, 0.93, 1);
    }

    [Fact]
    public void Planted_box_is_found_among_noise()
    {
        var noise = new SplitMixUniforms(4);
        var hits = Hits(Points, row => noise.Next() < (Points[row, 1] <= 0.4 && Points[row, 3] >= 0.5 ? 0.9 : 0.05));

        var trajectory = Prim.Peel(Points, hits, new PrimOptions());
        var box = trajectory.ChooseBalanced();
        var values = QuasiPValues.Of(box, Points, hits);

        var important = box.Restrictions.Zip(values).Where(line => line.Second < 1e-6).Select(line => line.First).ToArray();
        Assert.Equal([1, 3], important.Select(line => line.Factor));
        Assert.Equal(0.4, important[0].Upper!.Value, 0.06);
        Assert.Equal(0.5, important[1].Lower!.Value, 0.06);
    }

    [Fact]
    public void Trajectory_starts_with_everything_and_each_box_lies_within_the_one_before()
    {
        var hits = Hits(Points, row => Points[row, 0] + Points[row, 1] > 1.5);

        var boxes = Prim.Peel(Points, hits, new PrimOptions { LeastMass = 0.1 }).Boxes;

        Assert.Empty(boxes[0].Restrictions);
        Assert.Equal((1.0, 1.0), (boxes[0].Coverage, boxes[0].Mass));
        Assert.InRange(boxes[^1].Mass, 0.1, 0.2);
        Assert.All(boxes.Zip(boxes.Skip(1)), step =>
        {
            Assert.True(step.Second.Mass < step.First.Mass);
            Assert.True(step.Second.Density > step.First.Density);
            Assert.True(step.Second.Coverage <= step.First.Coverage);
        });
        Assert.Contains(boxes, box => box.RestrictedDimensions == 2);
    }

    [Fact]
    public void Reported_coverage_density_and_mass_equal_a_count_of_the_points()
    {
        var hits = Hits(Points, row => Points[row, 0] * Points[row, 4] > 0.4);

        foreach (var box in Prim.Peel(Points, hits, new PrimOptions()).Boxes)
        {
            var inside = Enumerable.Range(0, 2000).Where(row => box.Contains(Points, row)).ToArray();
            var found = inside.Count(row => hits[row]);
            Assert.Equal(inside.Length / 2000.0, box.Mass, 1e-12);
            Assert.Equal(found / (double)inside.Length, box.Density, 1e-12);
            Assert.Equal(found / (double)hits.Count(hit => hit), box.Coverage, 1e-12);
        }
    }

    [Fact]
    public void Categories_are_restricted_by_set()
    {
        var points = (double[,])Points.Clone();
        for (var row = 0; row < 2000; row++)
        {
            points[row, 1] = Math.Floor(points[row, 1] * 5);
        }

        var hits = Hits(points, row => points[row, 1] is 0 or 3 && points[row, 2] > 0.5);
        var options = new PrimOptions { CategoricalFactors = new HashSet<int> { 1 } };

        var box = Prim.Paste(Prim.Peel(points, hits, options).Choose(0.9), points, hits, options);

        Assert.Equal([1, 2], box.Restrictions.Select(line => line.Factor));
        Assert.Equal([0, 3], box.Restrictions[0].Categories!);
        Assert.True(box.Density > 0.93);
    }

    [Fact]
    public void Pasting_gives_back_what_was_peeled_too_much()
    {
        var hits = Hits(Points, row => Points[row, 0] <= 0.5);
        var narrow = new Box([new BoxRestriction(0, 0.1, 0.3), new BoxRestriction(1, 0.2, null)], 0, 1, 0);

        var box = Prim.Paste(narrow, Points, hits, new PrimOptions());

        Assert.Equal(1, box.Density);
        Assert.InRange(box.Coverage, 0.95, 1);
        Assert.Null(box.Restrictions[0].Lower);
        Assert.Single(box.Restrictions);
    }

    [Fact]
    public void Restriction_that_adds_nothing_has_a_large_quasi_p_value()
    {
        var hits = Hits(Points, row => Points[row, 0] <= 0.5);
        var box = new Box([new BoxRestriction(0, null, 0.5), new BoxRestriction(1, 0.1, null)], 0, 0, 0);

        var values = QuasiPValues.Of(box, Points, hits);

        Assert.True(values[0] < 1e-10);
        Assert.True(values[1] > 0.05);
    }

    [Fact]
    public void Quasi_p_value_equals_the_binomial_tail()
    {
        double[,] inputs = { { 0 }, { 0 }, { 1 }, { 1 } };
        var box = new Box([new BoxRestriction(0, 1, null)], 0, 0, 0);

        // Two hits in two points where the half of all points are hits: 1/4.
        Assert.Equal(0.25, Assert.Single(QuasiPValues.Of(box, inputs, [false, false, true, true])), 1e-12);
    }

    [Fact]
    public void Target_that_never_holds_is_refused() =>
        Assert.Throws<ArgumentException>(() => Prim.Peel(Points, new bool[2000], new PrimOptions()));

    private static bool[] Hits(double[,] points, Func<int, bool> target) =>
        [.. Enumerable.Range(0, points.GetLength(0)).Select(target)];
}
