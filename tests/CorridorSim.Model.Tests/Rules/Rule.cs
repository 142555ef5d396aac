using CorridorSim.Model.Lanes;
using CsCheck;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>Rules are written over eight lanes; tests look at single numbers, the same in each lane.</summary>
internal static class Rule
{
    /// <summary>A share, its ends often.</summary>
    public static readonly Gen<double> Share = Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0));

    /// <summary>A number of people, none often.</summary>
    public static readonly Gen<double> Persons = Gen.OneOf(Gen.Double[0, 1e7], Gen.Const(0.0));

    /// <summary>Months, none often.</summary>
    public static readonly Gen<double> Months = Gen.OneOf(Gen.Double[0, 600], Gen.Const(0.0));

    /// <summary>The number in each lane.</summary>
    public static LaneVector Each(double value) => LaneMath.Of(value);

    /// <summary>The number, which must be the same in each lane.</summary>
    public static double One(LaneVector lanes)
    {
        Assert.Equal(lanes, LaneVector.Create(lanes[0]));
        return lanes[0];
    }

    /// <summary>All bits set in each lane, or none.</summary>
    public static LaneVector Mask(bool isSet) => isSet ? LaneVector.Equals(LaneVector.Zero, LaneVector.Zero) : LaneVector.Zero;

    /// <summary>True when all bits are set in each lane, false when none is; anything between is no mask.</summary>
    public static bool IsSet(LaneVector mask)
    {
        ulong[] bits = [.. Enumerable.Range(0, LaneTable.OctetLanes).Select(lane => BitConverter.DoubleToUInt64Bits(mask[lane]))];
        Assert.All(bits, b => Assert.Equal(bits[0], b));
        Assert.True(bits[0] is 0 or ulong.MaxValue, $"{bits[0]:x} is no mask");
        return bits[0] != 0;
    }
}
