using System.Runtime.Intrinsics;
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
    public static Vector512<double> Each(double value) => LaneMath.Of(value);

    /// <summary>The number, which must be the same in each lane.</summary>
    public static double One(Vector512<double> lanes)
    {
        Assert.Equal(lanes, Vector512.Create(lanes[0]));
        return lanes[0];
    }

    /// <summary>All bits set in each lane, or none.</summary>
    public static Vector512<double> Mask(bool isSet) => isSet ? Vector512.Equals(Vector512<double>.Zero, Vector512<double>.Zero) : Vector512<double>.Zero;

    /// <summary>True when all bits are set in each lane, false when none is; anything between is no mask.</summary>
    public static bool IsSet(Vector512<double> mask)
    {
        var bits = mask.AsUInt64();
        Assert.Equal(bits, Vector512.Create(bits[0]));
        Assert.True(bits[0] is 0 or ulong.MaxValue, $"{bits[0]:x} is no mask");
        return bits[0] != 0;
    }
}
