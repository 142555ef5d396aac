using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The rows of one participant in the eight lanes at hand: what the rules read and write, whether it is kept or lasts for a
/// tick. It stands for the number of the octet where tables that participants share are read.
/// </summary>
internal readonly ref struct Octet
{
    private readonly ref double _rows;
    private readonly ref double _tickRows;

    /// <summary>Takes up eight lanes; what was taken up before with the same rows of a tick is no longer to be used.</summary>
    /// <param name="rows">The first row that is kept.</param>
    /// <param name="tickRows">The row before the first row of a tick; it notes the number of the octet.</param>
    /// <param name="index">Number of the octet.</param>
    public Octet(ref double rows, ref double tickRows, int index)
    {
        _rows = ref rows;
        _tickRows = ref tickRows;
        Unsafe.As<double, int>(ref tickRows) = index;
    }

    /// <summary>Number of the octet in its block, from 0. It is not kept here, as two references still travel in registers.</summary>
    public int Index => Unsafe.As<double, int>(ref _tickRows);

    /// <summary>Values of a row that the participant has reserved.</summary>
    public LaneVector this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => LaneVector.LoadUnsafe(ref _rows, (nuint)((uint)row * LaneTable.OctetLanes));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref _rows, (nuint)((uint)row * LaneTable.OctetLanes));
    }

    /// <summary>Values of a row of this tick that the participant has reserved.</summary>
    public LaneVector this[TickRow row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => LaneVector.LoadUnsafe(ref _tickRows, (nuint)((uint)row.Index * LaneTable.OctetLanes));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref _tickRows, (nuint)((uint)row.Index * LaneTable.OctetLanes));
    }

    /// <summary>Adds to a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row, LaneVector amount) => this[row] += amount;

    /// <summary>Adds to a row of this tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TickRow row, LaneVector amount) => this[row] += amount;

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

    /// <summary>Sum of rows of this tick, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneVector Sum(TickRow[] rows)
    {
        var sum = LaneVector.Zero;
        foreach (var row in rows)
        {
            sum += this[row];
        }

        return sum;
    }

    /// <summary>Neighbouring rows of this tick, one after the other.</summary>
    public Span<double> Neighbours(TickRow first, int count) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _tickRows, first.Index * LaneTable.OctetLanes), count * LaneTable.OctetLanes);

    /// <summary>The number of the octet.</summary>
    public static implicit operator int(Octet octet) => octet.Index;
}
