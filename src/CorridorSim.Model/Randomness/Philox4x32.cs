using System.Runtime.CompilerServices;

namespace CorridorSim.Model.Randomness;

/// <summary>
/// The counter-based generator Philox 4x32 with ten rounds: a draw is a pure function of a key and a counter, so that it
/// needs neither a generator object nor an order. Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC 2011.
/// </summary>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;

    /// <summary>Four random words for a counter and a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint W0, uint W1, uint W2, uint W3) Draw(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var productA = (ulong)MultiplierA * c0;
            var productB = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(productB >> 32) ^ c1 ^ k0, (uint)productB, (uint)(productA >> 32) ^ c3 ^ k1, (uint)productA);
            k0 += WeylA;
            k1 += WeylB;
        }

        return (c0, c1, c2, c3);
    }
}
