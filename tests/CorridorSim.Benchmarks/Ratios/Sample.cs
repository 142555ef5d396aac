using System.Diagnostics;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>What one repetition took.</summary>
/// <param name="Seconds">Wall-clock time, seconds.</param>
/// <param name="ProcessorSeconds">Time of all threads of the process, seconds: other jobs on the machine disturb it less.</param>
/// <param name="PauseSeconds">Time that the collector of memory held everything up, seconds.</param>
internal sealed record Sample(double Seconds, double ProcessorSeconds, double PauseSeconds)
{
    /// <summary>Measures an act.</summary>
    public static Sample Of(Action act) => OfAsync(() =>
    {
        act();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Measures an act.</summary>
    public static async Task<Sample> OfAsync(Func<Task> act)
    {
        var (processor, pauses) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        var clock = Stopwatch.StartNew();
        await act();
        return new Sample(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, (GC.GetTotalPauseDuration() - pauses).TotalSeconds);
    }

    /// <summary>A quantile of some values, by the nearest rank.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    /// <summary>The median of some values.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);
}
