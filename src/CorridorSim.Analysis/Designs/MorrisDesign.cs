using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Designs;

/// <summary>
/// Morris trajectories: from a random point of a grid of p levels, each factor is moved once, in random order, by
/// delta = p / (2 (p - 1)). Morris, Technometrics 33 (1991) 161.
/// </summary>
/// <param name="Points">Points of the unit cube, (trajectories x (factors + 1)) x factors; a trajectory is contiguous.</param>
/// <param name="MovedFactors">Which factor each step moves: trajectories x factors.</param>
/// <param name="Levels">The grid's levels p, even.</param>
public sealed record MorrisDesign(double[,] Points, int[,] MovedFactors, int Levels)
{
    /// <summary>How many trajectories.</summary>
    public int Trajectories => MovedFactors.GetLength(0);

    /// <summary>How many factors.</summary>
    public int Factors => MovedFactors.GetLength(1);

    /// <summary>The size of a step.</summary>
    public double Delta => Levels / (2.0 * (Levels - 1));

    /// <summary>Draws trajectories.</summary>
    /// <param name="trajectories">At least 1; 10 to 50 are usual.</param>
    /// <param name="factors">At least 1.</param>
    /// <param name="levels">Even and at least 2; 4 is usual.</param>
    /// <param name="uniforms">Where the draws come from.</param>
    /// <exception cref="ArgumentException">The number of levels is odd.</exception>
    public static MorrisDesign Draw(int trajectories, int factors, int levels, IUniformSource uniforms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        if (levels % 2 != 0)
        {
            throw new ArgumentException($"{levels} levels are odd; delta = p / (2 (p - 1)) stays on the grid only for even p.", nameof(levels));
        }

        var design = new MorrisDesign(new double[trajectories * (factors + 1), factors], new int[trajectories, factors], levels);
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            design.DrawTrajectory(trajectory, uniforms);
        }

        return design;
    }

    private void DrawTrajectory(int trajectory, IUniformSource uniforms)
    {
        var first = trajectory * (Factors + 1);
        for (var factor = 0; factor < Factors; factor++)
        {
            Points[first, factor] = uniforms.NextIndex(Levels) / (Levels - 1.0);
        }

        var order = uniforms.NextPermutation(Factors);
        for (var step = 0; step < Factors; step++)
        {
            var moved = order[step];
            MovedFactors[trajectory, step] = moved;
            var row = first + step + 1;
            for (var factor = 0; factor < Factors; factor++)
            {
                Points[row, factor] = Points[row - 1, factor];
            }

            // Half of the levels can only go up and the other half only down, so that the direction is no choice.
            Points[row, moved] += Points[row, moved] < 0.5 ? Delta : -Delta;
            Points[row, moved] = Math.Clamp(Points[row, moved], 0, 1);
        }
    }
}
