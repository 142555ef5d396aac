using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// Keeps the memory of participants that have ended for the next ones: fresh memory costs more than the arithmetic of a
/// short block. Arrays are pinned, so that they keep their place in their cache lines.
/// </summary>
internal static class LanePool
{
    private const int MostOfALength = 512;
    private const int LineBytes = 64;
    private const int LineValues = LineBytes / sizeof(double);

    private static readonly ConcurrentDictionary<int, ConcurrentBag<double[]>> Arrays = new();

    /// <summary>An array of at least a length, with any content.</summary>
    /// <param name="length">Values that are needed.</param>
    /// <param name="first">Where they begin: the first value of a cache line.</param>
    public static double[] Rent(int length, out int first)
    {
        var rounded = Rounded(checked(length + LineValues));
        var array = Arrays.GetOrAdd(rounded, _ => []).TryTake(out var kept) ? kept : GC.AllocateUninitializedArray<double>(rounded, pinned: true);
        var beyondLine = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % LineBytes);
        first = (LineBytes - beyondLine) % LineBytes / sizeof(double);
        return array;
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

    /// <summary>The next of eight lengths between two powers of two: few lengths, so that arrays find new users, and little left over.</summary>
    private static int Rounded(int length)
    {
        var step = (int)Math.Max(LineValues, BitOperations.RoundUpToPowerOf2((uint)length) / 16);
        return (length + step - 1) / step * step;
    }
}
