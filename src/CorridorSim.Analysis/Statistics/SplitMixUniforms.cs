namespace CorridorSim.Analysis.Statistics;

/// <summary>
/// Uniform draws from SplitMix64: the k-th draw is a fixed function of seed and k, so that a design is the same on every
/// machine and in every version of .NET. Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// </summary>
/// <param name="seed">Any value; different seeds give unrelated rows.</param>
public sealed class SplitMixUniforms(ulong seed) : IUniformSource
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15UL;
    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += GoldenGamma;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <inheritdoc/>
    public double Next() => ((NextBits() >> 11) + 0.5) / (1UL << 53);
}

/// <summary>An endless row of uniform draws; the same source made the same way gives the same row.</summary>
public interface IUniformSource
{
    /// <summary>The next draw, between 0 and 1, both exclusive.</summary>
    double Next();
}
