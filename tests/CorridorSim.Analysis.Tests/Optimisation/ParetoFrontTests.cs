using CorridorSim.Analysis.Search;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Optimisation;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Fronts_peel_off_one_after_another()
    {
        double[,] goals = { { 1, 4 }, { 2, 2 }, { 4, 1 }, { 3, 3 }, { 5, 5 }, { 2, 2 }, { double.NaN, 0 } };

        Assert.Equal([0, 0, 0, 1, 2, 0, 3], ParetoFront.Ranks(goals));
    }

    [Fact]
    public void Candidates_of_the_first_front_are_dominated_by_none_and_all_others_by_some() =>
        Gen.Int[0, 5].Array[3].Array[1, 30].Sample(rows =>
        {
            var goals = new double[rows.Length, 3];
            for (var cell = 0; cell < goals.Length; cell++)
            {
                goals[cell / 3, cell % 3] = rows[cell / 3][cell % 3];
            }

            var ranks = ParetoFront.Ranks(goals);

            for (var candidate = 0; candidate < rows.Length; candidate++)
            {
                var dominated = rows.Any(rival => rival.Zip(rows[candidate]).All(pair => pair.First <= pair.Second)
                    && rival.Zip(rows[candidate]).Any(pair => pair.First < pair.Second));
                Assert.Equal(dominated, ranks[candidate] > 0);
            }
        });

    [Fact]
    public void Crowding_is_infinite_at_the_ends_and_relative_between_neighbours()
    {
        double[,] goals = { { 0, 10 }, { 1, 6 }, { 4, 2 }, { 10, 0 } };

        var crowding = ParetoFront.Crowding(goals, [0, 1, 2, 3]);

        Assert.Equal(double.PositiveInfinity, crowding[0]);
        Assert.Equal(0.4 + 0.8, crowding[1], 1e-12);
        Assert.Equal(0.9 + 0.6, crowding[2], 1e-12);
        Assert.Equal(double.PositiveInfinity, crowding[3]);
    }
}
