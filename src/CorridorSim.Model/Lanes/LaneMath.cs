using System.Runtime.CompilerServices;

namespace CorridorSim.Model.Lanes;

/// <summary>Arithmetic that the rules share, over eight lanes at once.</summary>
internal static class LaneMath
{
    /// <summary>Length of a tick, months.</summary>
    public const double TickMonths = 1.0 / TicksPerMonth;

    /// <summary>Ticks in one month.</summary>
    public const int TicksPerMonth = 4;

    /// <summary>Share of those ready to move who consider it in one tick: 1 - e^-dt, once a month each.</summary>
    public const double ConsideringShare = 0.22119921692859512;

    /// <summary>Mean days of a month.</summary>
    public const double DaysPerMonth = 30.4375;

    /// <summary>The same number in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(double value) => LaneVector.Create(value);

    /// <summary>Natural logarithm, with the argument kept above 1e-300.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector SafeLog(LaneVector x) => LaneLogarithm.Log(LaneVector.Max(x, LaneVector.Create(1e-300)));

    /// <summary>Exponential, with the argument kept between -700 and 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector SafeExp(LaneVector x) =>
        LaneExponential.Exp(Clamp(x, -LaneExponential.Greatest, LaneExponential.Greatest));

    /// <summary>x clamped to [low, high].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Clamp(LaneVector x, double low, double high) =>
        LaneVector.Min(LaneVector.Max(x, LaneVector.Create(low)), LaneVector.Create(high));

    /// <summary>Not-a-number in each lane: a figure of nobody or of nothing.</summary>
    public static LaneVector Undefined => LaneVector.Create(double.NaN);

    /// <summary>numerator / denominator of a figure that is recorded, not-a-number where the denominator is not above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Quotient(LaneVector numerator, LaneVector denominator) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(denominator, LaneVector.Zero), Ratio(numerator, denominator), Undefined);

    /// <summary>numerator / denominator of a rule, 0 where the denominator is not above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Ratio(LaneVector numerator, LaneVector denominator)
    {
        var positive = LaneVector.GreaterThan(denominator, LaneVector.Zero);
        var quotient = numerator / LaneVector.ConditionalSelect(positive, denominator, LaneVector.One);
        return LaneVector.ConditionalSelect(positive, quotient, LaneVector.Zero);
    }

    /// <summary>Share that leaves a stage of mean duration T in one tick: dt / (T + dt), exact in the mean and never above 1.</summary>
    /// <param name="months">Mean duration T, months, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector OutflowShare(LaneVector months) => Of(TickMonths) / (months + Of(TickMonths));
}
