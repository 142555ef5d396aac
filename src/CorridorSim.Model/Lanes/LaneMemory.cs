using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The memory of one participant: its rows are reserved first; then all rows of the first eight lanes lie one after the
/// other, then those of the next eight. Each row of an octet is one cache line.
/// </summary>
/// <param name="lanes">Number of lanes, a positive multiple of 8.</param>
internal sealed class LaneMemory(int lanes)
{
    private const int LineBytes = 64;

    private double[] _values = [];
    private int _first;
    private bool _isSealed;

    /// <summary>Number of rows reserved.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of octets of lanes.</summary>
    public int Octets => lanes / LaneTable.OctetLanes;

    /// <summary>Reserves neighbouring rows; returns the first.</summary>
    /// <exception cref="InvalidOperationException">The memory stands already.</exception>
    public int Reserve(int rows = 1)
    {
        if (_isSealed)
        {
            throw new InvalidOperationException("Rows must be reserved before the first state.");
        }

        Rows += rows;
        return Rows - rows;
    }

    /// <summary>Makes the rows, all zero.</summary>
    public void Seal()
    {
        _isSealed = true;
        _values = LanePool.Rent((Rows * lanes) + LaneTable.OctetLanes);
        var beyondLine = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0) % LineBytes);
        _first = (LineBytes - beyondLine) % LineBytes / sizeof(double);
        Array.Clear(_values, _first, Rows * lanes);
    }

    /// <summary>Gives the rows back; they are not to be used any more.</summary>
    public void Release()
    {
        LanePool.Return(_values);
        _values = [];
    }

    /// <summary>The rows of eight lanes.</summary>
    public Octet Octet(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Octets);
        return new Octet(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first + (index * Rows * LaneTable.OctetLanes)), index);
    }
}
