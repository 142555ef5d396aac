using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CorridorSim.Model.Lanes;

/// <summary>Arithmetic that the rules share, over eight lanes at once.</summary>
internal static class LaneMath
{
    /// <summary>Length of a tick, months.</summary>
    public const double TickMonths = 0.25;

    /// <summary>Mean days of a month.</summary>
    public const double DaysPerMonth = 30.4375;

    /// <summary>The same number in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(double value) => Vector512.Create(value);

    /// <summary>Natural logarithm, with the argument kept above 1e-300.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector SafeLog(LaneVector x) => Vector512.Log(Vector512.Max(x, Vector512.Create(1e-300)));

    /// <summary>Exponential, with the argument kept between -700 and 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector SafeExp(LaneVector x) =>
        Vector512.Exp(Vector512.Min(Vector512.Max(x, Vector512.Create(-700.0)), Vector512.Create(700.0)));

    /// <summary>x clamped to [low, high].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Clamp(LaneVector x, double low, double high) =>
        Vector512.Min(Vector512.Max(x, Vector512.Create(low)), Vector512.Create(high));

    /// <summary>numerator / denominator, 0 where the denominator is not above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Ratio(LaneVector numerator, LaneVector denominator)
    {
        var positive = Vector512.GreaterThan(denominator, LaneVector.Zero);
        var quotient = numerator / Vector512.ConditionalSelect(positive, denominator, LaneVector.One);
        return Vector512.ConditionalSelect(positive, quotient, LaneVector.Zero);
    }

    /// <summary>Share that leaves a stage of mean duration T in one tick: dt / (T + dt), exact in the mean and never above 1.</summary>
    /// <param name="months">Mean duration T, months, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector OutflowShare(LaneVector months) => Of(TickMonths) / (months + Of(TickMonths));
}
