using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Statistics;

/// <summary>What is made of uniform draws: indices, permutations, normal draws.</summary>
public static class UniformDraws
{
    /// <summary>An index from 0 to <paramref name="count"/> - 1, each equally likely.</summary>
    public static int NextIndex(this IUniformSource uniforms, int count) => Math.Min((int)(uniforms.Next() * count), count - 1);

    /// <summary>A standard normal draw, by inversion.</summary>
    public static double NextNormal(this IUniformSource uniforms) => Elementary.NormalQuantile(uniforms.Next());

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in random order (Fisher and Yates), each order equally likely.</summary>
    public static int[] NextPermutation(this IUniformSource uniforms, int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var j = uniforms.NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
