using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Inputs;

/// <summary>The inputs of a block: what each lane has for each slot. Only a slot finds a row in it, no other index does.</summary>
/// <param name="Rows">The values, one row a slot.</param>
public readonly record struct InputTable(LaneTable Rows)
{
    /// <summary>Number of lanes, a multiple of 8.</summary>
    public int Lanes => Rows.Lanes;

    /// <summary>Number of octets of lanes.</summary>
    public int Octets => Rows.Octets;

    /// <summary>The values of an input in eight lanes.</summary>
    /// <param name="slot">The input.</param>
    /// <param name="octet">Octet, from 0 to <see cref="Octets"/> exclusive.</param>
    public LaneVector this[Slot slot, int octet]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Rows[slot.Index, octet];
    }

    /// <summary>The value of an input in one lane.</summary>
    public double Lane(Slot slot, int lane) => Rows.Lane(slot.Index, lane);
}
