using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The rows of one participant in the eight lanes at hand: what the rules read and write. It stands for the number of the
/// octet where tables that participants share are read.
/// </summary>
internal readonly ref struct Octet
{
    private readonly ref double _rows;

    public Octet(ref double rows, int index)
    {
        _rows = ref rows;
        Index = index;
    }

    /// <summary>Number of the octet in its block, from 0.</summary>
    public int Index { get; }

    /// <summary>Values of a row that the participant has reserved.</summary>
    public LaneVector this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.LoadUnsafe(ref _rows, (nuint)((uint)row * LaneTable.OctetLanes));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref _rows, (nuint)((uint)row * LaneTable.OctetLanes));
    }

    /// <summary>Adds to a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row, LaneVector amount) => this[row] += amount;

    /// <summary>Sum of rows, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneVector Sum(int[] rows)
    {
        var sum = LaneVector.Zero;
        foreach (var row in rows)
        {
            sum += this[row];
        }

        return sum;
    }

    /// <summary>Sets neighbouring rows to zero.</summary>
    public void Clear(int first, int count) => Neighbours(first, count).Clear();

    /// <summary>Neighbouring rows, one after the other.</summary>
    public Span<double> Neighbours(int first, int count) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _rows, first * LaneTable.OctetLanes), count * LaneTable.OctetLanes);

    /// <summary>The number of the octet.</summary>
    public static implicit operator int(Octet octet) => octet.Index;
}
