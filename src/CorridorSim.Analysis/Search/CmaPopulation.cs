using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorSim.Analysis.Search;

/// <summary>The normal distribution of a CMA-ES search. Symbols in comments are those of Hansen's tutorial (arXiv:1604.00772).</summary>
internal sealed class CmaPopulation
{
    private readonly IUniformSource _uniforms;
    private readonly double[] _weights;
    private readonly double _effectiveParents;
    private readonly double _spreadRate;
    private readonly double _spreadDamping;
    private readonly double _pathRate;
    private readonly double _rankOneRate;
    private readonly double _rankManyRate;
    private readonly double _expectedNorm;
    private Vector<double> _mean;
    private Vector<double> _spreadPath;
    private Vector<double> _covariancePath;
    private Matrix<double> _covariance;
    private Matrix<double> _axes;
    private Vector<double> _lengths;
    private Vector<double>[] _steps = [];
    private int _generation;

    public CmaPopulation(double[] start, CmaEvolutionOptions options, IUniformSource uniforms)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Spread, nameof(options));
        var n = start.Length;
        Count = options.Population ?? 4 + (int)(3 * Elementary.Log(n));
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 4, nameof(options));
        double[] raw = [.. Enumerable.Range(1, Count / 2).Select(rank => Elementary.Log((Count + 1) / 2.0) - Elementary.Log(rank))];
        _weights = [.. raw.Select(weight => weight / raw.Sum())];
        var mu = _effectiveParents = 1 / _weights.Sum(weight => weight * weight);
        _spreadRate = (mu + 2) / (n + mu + 5);
        _spreadDamping = 1 + (2 * Math.Max(0, Math.Sqrt((mu - 1) / (n + 1)) - 1)) + _spreadRate;
        _pathRate = (4 + (mu / n)) / (n + 4 + (2 * mu / n));
        _rankOneRate = 2 / (((n + 1.3) * (n + 1.3)) + mu);
        _rankManyRate = Math.Min(1 - _rankOneRate, 2 * (mu - 2 + (1 / mu)) / (((n + 2) * (n + 2)) + mu));
        _expectedNorm = Math.Sqrt(n) * (1 - (1.0 / (4 * n)) + (1.0 / (21 * n * n)));
        _uniforms = uniforms;
        _mean = Vector<double>.Build.Dense(start);
        _spreadPath = Vector<double>.Build.Dense(n);
        _covariancePath = Vector<double>.Build.Dense(n);
        _covariance = Matrix<double>.Build.DenseIdentity(n);
        _axes = Matrix<double>.Build.DenseIdentity(n);
        _lengths = Vector<double>.Build.Dense(n, 1);
        Spread = options.Spread;
    }

    /// <summary>Candidates per generation (lambda).</summary>
    public int Count { get; }

    /// <summary>Step size (sigma).</summary>
    public double Spread { get; private set; }

    public double[] Mean => _mean.ToArray();

    public double LargestDeviation => Spread * _lengths.Maximum();

    /// <summary>Draws a generation on the unbounded line.</summary>
    public double[][] Sample()
    {
        _steps = [.. Enumerable.Range(0, Count).Select(_ =>
            _axes * Vector<double>.Build.Dense(_lengths.Count, axis => _lengths[axis] * _uniforms.NextNormal()))];
        return [.. _steps.Select(step => (_mean + (Spread * step)).ToArray())];
    }

    /// <summary>Moves mean, step size and covariance towards the better half of the last generation.</summary>
    public void Learn(double[] costs)
    {
        _generation++;
        int[] ranking = [.. Enumerable.Range(0, Count).OrderBy(candidate => costs[candidate])];
        var shift = Vector<double>.Build.Dense(_mean.Count);
        for (var rank = 0; rank < _weights.Length; rank++)
        {
            shift += _weights[rank] * _steps[ranking[rank]];
        }

        _mean += Spread * shift;
        var whitened = _axes * (_axes.TransposeThisAndMultiply(shift) / _lengths);
        _spreadPath = ((1 - _spreadRate) * _spreadPath) + (Math.Sqrt(_spreadRate * (2 - _spreadRate) * _effectiveParents) * whitened);
        var norm = _spreadPath.L2Norm();
        var settled = norm / Math.Sqrt(1 - Elementary.Pow(1 - _spreadRate, 2 * _generation)) < (1.4 + (2.0 / (_mean.Count + 1))) * _expectedNorm;
        AdaptCovariance(shift, ranking, settled);

        // A step of more than e in one generation is never warranted; it would only come from a goal without finite values.
        Spread *= Elementary.Exp(Math.Min(1, _spreadRate / _spreadDamping * ((norm / _expectedNorm) - 1)));
        Decompose();
    }

    private void AdaptCovariance(Vector<double> shift, int[] ranking, bool settled)
    {
        _covariancePath *= 1 - _pathRate;
        if (settled)
        {
            _covariancePath += Math.Sqrt(_pathRate * (2 - _pathRate) * _effectiveParents) * shift;
        }

        var lost = settled ? 0 : _rankOneRate * _pathRate * (2 - _pathRate);
        _covariance = (_covariance * (1 - _rankOneRate - _rankManyRate + lost))
            + (_rankOneRate * _covariancePath.OuterProduct(_covariancePath));
        for (var rank = 0; rank < _weights.Length; rank++)
        {
            var step = _steps[ranking[rank]];
            _covariance += _rankManyRate * _weights[rank] * step.OuterProduct(step);
        }
    }

    private void Decompose()
    {
        _covariance = (_covariance + _covariance.Transpose()) / 2;
        var parts = _covariance.Evd(Symmetricity.Symmetric);
        _axes = parts.EigenVectors;

        // Rounding can make the least variance negative; a floor keeps the distribution proper.
        var floor = 1e-14 * parts.EigenValues.Real().Maximum();
        _lengths = parts.EigenValues.Real().PointwiseMaximum(floor).PointwiseSqrt();
    }
}
