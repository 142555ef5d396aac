using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The memory of one participant: its rows are reserved first. The rows of a tick, which all octets use in turn, come first;
/// then all rows that are kept for the first eight lanes, one after the other, then those for the next eight. Each row of an
/// octet is one cache line.
/// </summary>
/// <param name="lanes">Number of lanes, a positive multiple of 8.</param>
internal sealed class LaneMemory(int lanes)
{
    private double[] _values = [];
    private int _first;
    private bool _isSealed;

    /// <summary>Number of rows that are kept.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of rows of a tick, with the one before the first.</summary>
    public int TickRows { get; private set; } = 1;

    /// <summary>Number of octets of lanes.</summary>
    public int Octets => lanes / LaneTable.OctetLanes;

    /// <summary>Reserves a row that is kept from tick to tick.</summary>
    /// <exception cref="InvalidOperationException">The memory stands already.</exception>
    public int Reserve()
    {
        ThrowIfSealed();
        return Rows++;
    }

    /// <summary>Reserves neighbouring rows of a tick; returns the first. They keep what the octet before has left in them.</summary>
    /// <exception cref="InvalidOperationException">The memory stands already.</exception>
    public TickRow ReserveForTick(int rows = 1)
    {
        ThrowIfSealed();
        TickRows += rows;
        return new TickRow(TickRows - rows);
    }

    /// <summary>Makes the rows, all zero.</summary>
    public void Seal()
    {
        _isSealed = true;
        var length = (Rows * lanes) + (TickRows * LaneTable.OctetLanes);
        _values = LanePool.Rent(length, out _first);
        Array.Clear(_values, _first, length);
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
        ref var tickRows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first);
        return new Octet(ref Unsafe.Add(ref tickRows, (TickRows + (index * Rows)) * LaneTable.OctetLanes), ref tickRows, index);
    }

    private void ThrowIfSealed()
    {
        if (_isSealed)
        {
            throw new InvalidOperationException("Rows must be reserved before the first state.");
        }
    }
}
