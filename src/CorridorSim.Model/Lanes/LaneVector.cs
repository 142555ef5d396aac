using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// Numbers of eight lanes, as two vectors of four: on processors without vectors of eight numbers, those of the framework are made of calls,
/// which the compiler stops inlining in long methods. Comparisons give masks: all bits of a lane set, or none.
/// </summary>
public readonly struct LaneVector(Vector256<double> lower, Vector256<double> upper) : IEquatable<LaneVector>
{
    private readonly Vector256<double> _lower = lower;
    private readonly Vector256<double> _upper = upper;

    /// <summary>0 in each lane; as a mask, no lane.</summary>
    public static LaneVector Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<double>.Zero, Vector256<double>.Zero);
    }

    /// <summary>1 in each lane.</summary>
    public static LaneVector One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<double>.One, Vector256<double>.One);
    }

    /// <summary>The first four lanes.</summary>
    public Vector256<double> Lower => _lower;

    /// <summary>The last four lanes.</summary>
    public Vector256<double> Upper => _upper;

    /// <summary>The number of a lane.</summary>
    /// <param name="lane">From 0.</param>
    public double this[int lane] => lane < Vector256<double>.Count ? _lower[lane] : _upper[lane - Vector256<double>.Count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator +(LaneVector left, LaneVector right) => new(left._lower + right._lower, left._upper + right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator -(LaneVector left, LaneVector right) => new(left._lower - right._lower, left._upper - right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator *(LaneVector left, LaneVector right) => new(left._lower * right._lower, left._upper * right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator *(LaneVector left, double right) => new(left._lower * right, left._upper * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator /(LaneVector left, LaneVector right) => new(left._lower / right._lower, left._upper / right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator -(LaneVector value) => new(-value._lower, -value._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator &(LaneVector left, LaneVector right) => new(left._lower & right._lower, left._upper & right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator |(LaneVector left, LaneVector right) => new(left._lower | right._lower, left._upper | right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator ^(LaneVector left, LaneVector right) => new(left._lower ^ right._lower, left._upper ^ right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector operator ~(LaneVector value) => new(~value._lower, ~value._upper);

    /// <summary>True where every lane has the same number; a number that is none equals nothing.</summary>
    public static bool operator ==(LaneVector left, LaneVector right) => EqualsAll(left, right);

    /// <summary>True where a lane has another number.</summary>
    public static bool operator !=(LaneVector left, LaneVector right) => !EqualsAll(left, right);

    /// <summary>The same number in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Create(double value)
    {
        var half = Vector256.Create(value);
        return new(half, half);
    }

    /// <summary>The numbers of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Create(params ReadOnlySpan<double> values) => new(Vector256.Create(values), Vector256.Create(values[Vector256<double>.Count..]));

    /// <summary>Eight numbers from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector LoadUnsafe(ref readonly double source, nuint offset) =>
        new(Vector256.LoadUnsafe(in source, offset), Vector256.LoadUnsafe(in source, offset + (nuint)Vector256<double>.Count));

    /// <summary>Writes the eight numbers from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreUnsafe(ref double target, nuint offset = 0)
    {
        _lower.StoreUnsafe(ref target, offset);
        _upper.StoreUnsafe(ref target, offset + (nuint)Vector256<double>.Count);
    }

    /// <summary>Per lane the first number where the mask is set, else the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector ConditionalSelect(LaneVector mask, LaneVector left, LaneVector right) =>
        new(Vector256.ConditionalSelect(mask._lower, left._lower, right._lower), Vector256.ConditionalSelect(mask._upper, left._upper, right._upper));

    /// <summary>Mask of the lanes where the first is greater.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector GreaterThan(LaneVector left, LaneVector right) =>
        new(Vector256.GreaterThan(left._lower, right._lower), Vector256.GreaterThan(left._upper, right._upper));

    /// <summary>Mask of the lanes where the first is at least the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector GreaterThanOrEqual(LaneVector left, LaneVector right) =>
        new(Vector256.GreaterThanOrEqual(left._lower, right._lower), Vector256.GreaterThanOrEqual(left._upper, right._upper));

    /// <summary>Mask of the lanes where the first is less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector LessThan(LaneVector left, LaneVector right) =>
        new(Vector256.LessThan(left._lower, right._lower), Vector256.LessThan(left._upper, right._upper));

    /// <summary>Mask of the lanes where the first is at most the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector LessThanOrEqual(LaneVector left, LaneVector right) =>
        new(Vector256.LessThanOrEqual(left._lower, right._lower), Vector256.LessThanOrEqual(left._upper, right._upper));

    /// <summary>Mask of the lanes where both are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Equals(LaneVector left, LaneVector right) =>
        new(Vector256.Equals(left._lower, right._lower), Vector256.Equals(left._upper, right._upper));

    /// <summary>True where all lanes are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EqualsAll(LaneVector left, LaneVector right) =>
        Vector256.EqualsAll(left._lower, right._lower) && Vector256.EqualsAll(left._upper, right._upper);

    /// <summary>True where the first is at most the second in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool LessThanOrEqualAll(LaneVector left, LaneVector right) =>
        Vector256.LessThanOrEqualAll(left._lower, right._lower) && Vector256.LessThanOrEqualAll(left._upper, right._upper);

    /// <summary>True where a mask has no lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNone(LaneVector mask) => (mask._lower | mask._upper).AsUInt64() == Vector256<ulong>.Zero;

    /// <summary>The lesser of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Min(LaneVector left, LaneVector right) =>
        new(Vector256.Min(left._lower, right._lower), Vector256.Min(left._upper, right._upper));

    /// <summary>The greater of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Max(LaneVector left, LaneVector right) =>
        new(Vector256.Max(left._lower, right._lower), Vector256.Max(left._upper, right._upper));

    /// <summary>The number without its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Abs(LaneVector value) => new(Vector256.Abs(value._lower), Vector256.Abs(value._upper));

    /// <summary>The greatest whole number that is not above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Floor(LaneVector value) => new(Vector256.Floor(value._lower), Vector256.Floor(value._upper));

    /// <summary>The number of the first lane.</summary>
    public double ToScalar() => _lower.ToScalar();

    /// <summary>The same numbers with another one in a lane.</summary>
    public LaneVector WithElement(int lane, double value) => lane < Vector256<double>.Count
        ? new(_lower.WithElement(lane, value), _upper)
        : new(_lower, _upper.WithElement(lane - Vector256<double>.Count, value));

    /// <summary>A bit for each lane that is set in a mask, the first lane lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ExtractMostSignificantBits() => _lower.ExtractMostSignificantBits() | (_upper.ExtractMostSignificantBits() << Vector256<double>.Count);

    /// <inheritdoc/>
    public bool Equals(LaneVector other) => _lower.Equals(other._lower) && _upper.Equals(other._upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LaneVector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_lower, _upper);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_lower} {_upper}");
}
