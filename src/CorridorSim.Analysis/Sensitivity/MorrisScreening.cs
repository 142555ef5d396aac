using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;
using MathNet.Numerics.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>
/// Screening by elementary effects. Morris, Technometrics 33 (1991) 161; mu* after Campolongo, Cariboni and Saltelli,
/// Environ. Model. Softw. 22 (2007) 1509.
/// </summary>
public static class MorrisScreening
{
    /// <summary>The effects of each factor, in the order of the factors.</summary>
    /// <param name="design">The trajectories.</param>
    /// <param name="outputs">One value per point of the design.</param>
    /// <param name="uniforms">Draws for the bootstrap over trajectories.</param>
    /// <param name="resamples">Bootstrap samples.</param>
    /// <param name="level">Level of the interval.</param>
    /// <exception cref="ArgumentException">There is not one output per point.</exception>
    public static IReadOnlyList<MorrisEffect> Effects(
        MorrisDesign design, ReadOnlySpan<double> outputs, IUniformSource uniforms, int resamples = 500, double level = 0.9)
    {
        var effects = ElementaryEffects(design, outputs);
        var results = new MorrisEffect[design.Factors];
        for (var factor = 0; factor < design.Factors; factor++)
        {
            double[] absolute = [.. effects[factor].Select(Math.Abs)];
            var band = Bootstrap.Mean(absolute, resamples, level, uniforms);
            results[factor] = new MorrisEffect(
                factor, effects[factor].Average(), absolute.Average(), effects[factor].StandardDeviation(), band.Lower, band.Upper);
        }

        return results;
    }

    /// <summary>The elementary effects: per factor, one value per trajectory.</summary>
    /// <param name="design">The trajectories.</param>
    /// <param name="outputs">One value per point of the design.</param>
    public static double[][] ElementaryEffects(MorrisDesign design, ReadOnlySpan<double> outputs)
    {
        if (outputs.Length != design.Points.GetLength(0))
        {
            throw new ArgumentException($"{design.Points.GetLength(0)} points, {outputs.Length} outputs.", nameof(outputs));
        }

        double[][] effects = [.. Enumerable.Range(0, design.Factors).Select(_ => new double[design.Trajectories])];
        for (var trajectory = 0; trajectory < design.Trajectories; trajectory++)
        {
            for (var step = 0; step < design.Factors; step++)
            {
                var moved = design.MovedFactors[trajectory, step];
                var after = (trajectory * (design.Factors + 1)) + step + 1;
                var distance = design.Points[after, moved] - design.Points[after - 1, moved];
                effects[moved][trajectory] = (outputs[after] - outputs[after - 1]) / distance;
            }
        }

        return effects;
    }
}

/// <summary>Elementary effects of one factor, in units of the output per unit-cube axis.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Mu">Mean effect: sign and size; opposite effects cancel.</param>
/// <param name="MuStar">Mean absolute effect: importance.</param>
/// <param name="Sigma">Standard deviation of the effect (n - 1): curvature or interaction; NaN for a single trajectory.</param>
/// <param name="MuStarLower">Lower end of the bootstrap interval of mu*.</param>
/// <param name="MuStarUpper">Upper end of the bootstrap interval of mu*.</param>
public sealed record MorrisEffect(int Factor, double Mu, double MuStar, double Sigma, double MuStarLower, double MuStarUpper);
