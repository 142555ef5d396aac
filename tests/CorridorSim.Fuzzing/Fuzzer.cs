using System.Diagnostics;
using CorridorSim.Fuzzing.Targets;

namespace CorridorSim.Fuzzing;

/// <summary>Gives many inputs to a target; every input follows from its seed.</summary>
public static class Fuzzer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(15);

    /// <summary>Gives a number of inputs to a target and collects what it does wrong.</summary>
    /// <param name="target">The target.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">Seed of the first input.</param>
    /// <param name="atOnce">Targets that this process works on at the same time, who share its processor time.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<FuzzReport> RunAsync(IFuzzTarget target, int inputs, int seed, int atOnce = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var findings = new List<FuzzFinding>();
        var (accepted, refused, slowest) = (0, 0, TimeSpan.Zero);
        var work = Stopwatch.StartNew();
        for (var i = 0; i < inputs; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var input = target.Next(new Random(seed + i));
            var before = work.Elapsed;
            try
            {
                // On the pool, so that an input that never ends is told as well.
                var isTaken = await EndAsync(Task.Run(() => target.TryAsync(input, cancellation), cancellation), Patience * atOnce, cancellation);
                _ = isTaken ? accepted++ : refused++;
            }
            catch (TimeoutException)
            {
                findings.Add(new FuzzFinding(target.Name, seed + i, input, $"no answer within {Patience.TotalSeconds:F0} s of work"));
                break;
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                findings.Add(new FuzzFinding(target.Name, seed + i, input, error is ImproperException ? error.Message : error.ToString()));
            }

            slowest = slowest > work.Elapsed - before ? slowest : work.Elapsed - before;
        }

        return new FuzzReport(target.Name, accepted + refused + findings.Count, accepted, refused, slowest, work.Elapsed, findings);
    }

    /// <summary>
    /// Waits for an answer. A machine that is busy with other things is no hang: what counts is the processor time that this
    /// process had, and only for what waits without working the clock.
    /// </summary>
    private static async Task<bool> EndAsync(Task<bool> answer, TimeSpan patience, CancellationToken cancellation)
    {
        var (begun, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (true)
        {
            try
            {
                return await answer.WaitAsync(Patience, cancellation);
            }
            catch (TimeoutException) when (!answer.IsCompleted && begun.Elapsed < LongestPatience && Environment.CpuUsage.TotalTime - worked < patience)
            {
                // It had less than its time.
            }
        }
    }
}
