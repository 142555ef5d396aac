using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// A table of quantities over the lanes of a block: one row a quantity, one column a lane. Lanes are kept in octets of
/// eight (one 512-bit vector); within an octet the rows lie one after the other, so that all quantities of eight
/// histories are neighbours in memory.
/// </summary>
public sealed class LaneTable
{
    /// <summary>Lanes in one octet.</summary>
    public const int OctetLanes = 8;

    private double[] _values;
    private readonly int _first;

    /// <summary>Creates a table of zeros.</summary>
    /// <param name="rows">Number of rows, at least 0.</param>
    /// <param name="lanes">Number of lanes, a positive multiple of 8.</param>
    public LaneTable(int rows, int lanes)
        : this(rows, lanes, new double[checked(rows * lanes)])
    {
    }

    /// <summary>Wraps values that are already in octet order.</summary>
    /// <exception cref="ArgumentException">The lanes are not a multiple of 8 or the values do not fit the shape.</exception>
    public LaneTable(int rows, int lanes, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (lanes <= 0 || lanes % OctetLanes != 0)
        {
            throw new ArgumentException($"Lanes must be a positive multiple of {OctetLanes}, got {lanes}.", nameof(lanes));
        }

        if (values.Length != rows * lanes)
        {
            throw new ArgumentException($"Expected {rows * lanes} values, got {values.Length}.", nameof(values));
        }

        Rows = rows;
        Lanes = lanes;
        _values = values;
    }

    private LaneTable(int rows, int lanes, double[] values, int first) => (Rows, Lanes, _values, _first) = (rows, lanes, values, first);

    /// <summary>A table of any values in memory that <see cref="Release"/> gives to the next one.</summary>
    internal static LaneTable Rented(int rows, int lanes)
    {
        var values = LanePool.Rent(checked(rows * lanes), out var first);
        return Within(values, first, rows, lanes);
    }

    /// <summary>Gives the memory of a rented table back; it is not to be used any more.</summary>
    internal void Release()
    {
        LanePool.Return(_values);
        (_values, Rows) = ([], 0);
    }

    /// <summary>A part of a greater array, with the values that are there; who has that array sees to its end.</summary>
    internal static LaneTable Within(double[] values, int first, int rows, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + checked(rows * lanes), values.Length);
        return new LaneTable(rows, lanes, values, first);
    }

    /// <summary>Number of rows (quantities).</summary>
    public int Rows { get; private set; }

    /// <summary>Number of lanes, a multiple of 8.</summary>
    public int Lanes { get; }

    /// <summary>Number of octets of lanes.</summary>
    public int Octets => Lanes / OctetLanes;

    /// <summary>All values in octet order: octet, then row, then lane within the octet.</summary>
    public ReadOnlySpan<double> Values => Cells;

    /// <summary>The values of eight lanes of one row.</summary>
    /// <param name="row">Row, from 0 to <see cref="Rows"/> exclusive.</param>
    /// <param name="octet">Octet, from 0 to <see cref="Octets"/> exclusive.</param>
    public LaneVector this[int row, int octet]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)row < (uint)Rows && (uint)octet < (uint)Octets, "row or octet outside the table");
            return LaneVector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_values), Offset(row, octet));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            Debug.Assert((uint)row < (uint)Rows && (uint)octet < (uint)Octets, "row or octet outside the table");
            value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_values), Offset(row, octet));
        }
    }

    /// <summary>Adds to the values of eight lanes of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row, int octet, LaneVector amount) => this[row, octet] += amount;

    /// <summary>The value of one lane.</summary>
    public double Lane(int row, int lane) => Cells[IndexOf(row, lane)];

    /// <summary>Sets the value of one lane.</summary>
    public void SetLane(int row, int lane, double value) => Cells[IndexOf(row, lane)] = value;

    /// <summary>Sets one row to the same value in every lane.</summary>
    public void FillRow(int row, double value)
    {
        for (var octet = 0; octet < Octets; octet++)
        {
            this[row, octet] = LaneVector.Create(value);
        }
    }

    /// <summary>Sets every value to zero.</summary>
    public void Clear() => Cells.Clear();

    /// <summary>Copies one row in lane order.</summary>
    public void CopyRowTo(int row, Span<double> destination)
    {
        for (var octet = 0; octet < Octets; octet++)
        {
            _values.AsSpan((int)Offset(row, octet), OctetLanes).CopyTo(destination[(octet * OctetLanes)..]);
        }
    }

    /// <summary>Copies neighbouring rows of eight lanes from a participant's rows.</summary>
    internal void CopyFrom(Octet octet, TickRow first) => octet.Neighbours(first, Rows).CopyTo(_values.AsSpan((int)Offset(0, octet)));

    /// <summary>Copies rows of eight lanes to rows of a participant.</summary>
    internal void CopyTo(Octet octet, ReadOnlySpan<(int From, TickRow To)> rows)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), Offset(0, octet));
        foreach (var (from, to) in rows)
        {
            Debug.Assert((uint)from < (uint)Rows, "row outside the table");
            octet[to] = LaneVector.LoadUnsafe(ref first, (nuint)((uint)from * OctetLanes));
        }
    }

    private Span<double> Cells => _values.AsSpan(_first, Rows * Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nuint Offset(int row, int octet) => (nuint)(_first + (((octet * Rows) + row) * OctetLanes));

    private int IndexOf(int row, int lane)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)lane, (uint)Lanes);
        return ((((lane / OctetLanes) * Rows) + row) * OctetLanes) + (lane % OctetLanes);
    }
}
