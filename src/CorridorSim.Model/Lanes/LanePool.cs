using System.Collections.Concurrent;
using System.Numerics;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// Keeps the memory of participants that have ended for the next ones: fresh memory costs more than the arithmetic of a
/// short block. Arrays are pinned, so that they keep their place in their cache lines.
/// </summary>
internal static class LanePool
{
    private const int MostOfALength = 512;

    private static readonly ConcurrentDictionary<int, ConcurrentBag<double[]>> Arrays = new();

    /// <summary>An array of at least a length, with any content.</summary>
    public static double[] Rent(int length)
    {
        var rounded = (int)BitOperations.RoundUpToPowerOf2((uint)length);
        return Arrays.GetOrAdd(rounded, _ => []).TryTake(out var array)
            ? array
            : GC.AllocateUninitializedArray<double>(rounded, pinned: true);
    }

    /// <summary>Gives back an array that nobody reads any more.</summary>
    public static void Return(double[] array)
    {
        var kept = Arrays.GetOrAdd(array.Length, _ => []);
        if (kept.Count < MostOfALength)
        {
            kept.Add(array);
        }
    }
}
