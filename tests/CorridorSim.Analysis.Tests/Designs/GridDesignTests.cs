using CorridorSim.Analysis.Designs;

namespace CorridorSim.Analysis.Tests.Designs;

public sealed class GridDesignTests
{
    [Fact]
    public void Full_factorial_lists_every_combination_with_the_last_factor_fastest()
    {
        var indices = FullFactorial.LevelIndices([2, 3]);

        Assert.Equal(new[,] { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 1, 0 }, { 1, 1 }, { 1, 2 } }, indices);
    }

    [Fact]
    public void Full_factorial_points_include_both_ends_and_the_middle_of_a_single_level() =>
        Assert.Equal(new[,] { { 0.5, 0 }, { 0.5, 0.5 }, { 0.5, 1 } }, FullFactorial.Points([1, 3]));

    [Fact]
    public void Full_factorial_too_large_to_count_is_refused() =>
        Assert.Throws<OverflowException>(() => FullFactorial.Count([.. Enumerable.Repeat(1000, 10)]));

    [Fact]
    public void One_at_a_time_moves_one_factor_from_the_baseline_in_each_row()
    {
        var indices = OneAtATime.LevelIndices([2, 3], [0, 1]);

        Assert.Equal(new[,] { { 0, 1 }, { 1, 1 }, { 0, 0 }, { 0, 2 } }, indices);
        Assert.Equal(new[,] { { 0, 0.5 }, { 1, 0.5 }, { 0, 0 }, { 0, 1 } }, OneAtATime.Points([2, 3], [0, 1]));
    }

    [Fact]
    public void One_at_a_time_with_a_baseline_that_is_no_level_is_refused() =>
        Assert.Throws<ArgumentException>(() => OneAtATime.LevelIndices([2, 3], [0, 3]));

    [Fact]
    public void Listed_points_outside_the_unit_cube_or_of_uneven_length_are_refused()
    {
        Assert.Equal(new[,] { { 0.1, 1 } }, ListedPoints.FromRows([[0.1, 1]]));
        Assert.Throws<ArgumentException>(() => ListedPoints.FromRows([[0.1, 1.1]]));
        Assert.Throws<ArgumentException>(() => ListedPoints.FromRows([[0.1, 1], [0.1]]));
        Assert.Throws<ArgumentException>(() => ListedPoints.FromRows([[double.NaN]]));
    }
}
