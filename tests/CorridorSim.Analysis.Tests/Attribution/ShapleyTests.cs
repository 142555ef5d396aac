using System.Numerics;
using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Statistics;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Attribution;

public sealed class ShapleyTests
{
    [Fact]
    public void Glove_game_is_split_as_in_the_textbook()
    {
        // Players 0 and 1 have a left glove, player 2 a right one; a pair is worth 1.
        double[][] values = [.. ExactShapley.Subsets(3).Select(mask => new[] { (mask & 3) != 0 && (mask & 4) != 0 ? 1.0 : 0 })];

        var parts = ExactShapley.Parts(3, values);

        Assert.Equal(1.0 / 6, parts[0][0], 1e-15);
        Assert.Equal(1.0 / 6, parts[1][0], 1e-15);
        Assert.Equal(2.0 / 3, parts[2][0], 1e-15);
    }

    [Fact]
    public void Parts_add_up_to_the_total_in_every_replicate() =>
        Gen.Int[1, 6].SelectMany(players => Gen.Double[-1e6, 1e6].Array[3].Array[1 << players].Select(values => (players, values)))
            .Sample(game =>
            {
                var parts = ExactShapley.Parts(game.players, game.values);

                for (var replicate = 0; replicate < 3; replicate++)
                {
                    var total = game.values[^1][replicate] - game.values[0][replicate];
                    Assert.Equal(total, parts.Sum(part => part[replicate]), 1e-7);
                }
            });

    [Fact]
    public void Player_that_does_nothing_has_exactly_no_part_and_equal_players_have_equal_parts()
    {
        var parts = ExactShapley.Parts(4, [.. ExactShapley.Subsets(4).Select(mask => new[] { Game(mask) })]);

        Assert.Equal(0, parts[3][0]);
        Assert.Equal(parts[0][0], parts[1][0], 1e-12);
        Assert.NotEqual(parts[0][0], parts[2][0], 1e-3);
    }

    [Fact]
    public void Twelve_players_have_all_subsets_and_an_additive_game_returns_its_terms()
    {
        double[][] values = [.. ExactShapley.Subsets(12)
            .Select(mask => new[] { Enumerable.Range(0, 12).Sum(player => (mask >> player & 1) * (player + 1.0)) })];

        var parts = ExactShapley.Parts(12, values);

        Assert.Equal(4096, values.Length);
        Assert.All(Enumerable.Range(0, 12), player => Assert.Equal(player + 1, parts[player][0], 1e-10));
    }

    [Fact]
    public void Too_many_players_and_missing_subsets_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactShapley.Subsets(13));
        Assert.Throws<ArgumentException>(() => ExactShapley.Parts(2, [[1], [2], [3]]));
        Assert.Throws<ArgumentException>(() => ExactShapley.Parts(1, [[1], [2, 3]]));
    }

    [Fact]
    public void Sampled_parts_add_up_and_approach_the_exact_ones()
    {
        var exact = ExactShapley.Parts(4, [.. ExactShapley.Subsets(4).Select(mask => new[] { Game(mask) })]);
        var sampled = SampledShapley.Draw(4, 500, new SplitMixUniforms(1));

        var parts = sampled.Parts(mask => [Game(mask)]);
        var errors = sampled.SamplingErrors(mask => [Game(mask)]);

        Assert.Equal(Game(15), parts.Sum(part => part[0]), 1e-9);
        Assert.Equal(0, parts[3][0]);
        for (var player = 0; player < 4; player++)
        {
            Assert.Equal(exact[player][0], parts[player][0], (4 * errors[player]) + 1e-9);
            Assert.InRange(errors[player], 0, 0.2);
        }
    }

    [Fact]
    public void Sampled_subsets_are_exactly_those_asked_for()
    {
        var sampled = SampledShapley.Draw(15, 3, new SplitMixUniforms(2));
        var asked = new HashSet<ulong>();

        sampled.Parts(mask =>
        {
            asked.Add(mask);
            return [BitOperations.PopCount(mask)];
        });

        Assert.Equal(sampled.Subsets(), asked.Order());
        Assert.Equal(0UL, sampled.Subsets()[0]);
        Assert.Equal((1UL << 15) - 1, sampled.Subsets()[^1]);
    }

    [Fact]
    public void Four_lines_tell_assumptions_policy_and_interaction_apart()
    {
        var lines = FourLines.Split([10], [7], [20], [11]);

        Assert.Equal([10], lines.Assumptions);
        Assert.Equal([-3], lines.Policy);
        Assert.Equal([-6], lines.Interaction);
    }

    // 0 and 1 are interchangeable and help each other, 2 has an effect of its own, 3 does nothing.
    private static double Game(ulong mask)
    {
        var (a, b, c) = (mask & 1, mask >> 1 & 1, mask >> 2 & 1);
        return (2.0 * (a + b)) + (3.0 * a * b) + (5.0 * c) + (1.5 * c * (a + b));
    }
}
