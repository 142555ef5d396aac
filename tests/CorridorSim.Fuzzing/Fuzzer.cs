using System.Diagnostics;
using CorridorSim.Fuzzing.Targets;

namespace CorridorSim.Fuzzing;

/// <summary>Gives many inputs to a target; every input follows from its seed.</summary>
public static class Fuzzer
{
    private const int MostGlances = 15 * 60;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Gives a number of inputs to a target and collects what it does wrong.</summary>
    /// <param name="target">The target.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="seed">Seed of the first input.</param>
    /// <param name="atOnce">Targets that this process works on at the same time, who share its processor time.</param>
    /// <param name="before">What earlier inputs with the same seed led to; the next one is taken up.</param>
    /// <param name="progress">Is told after each input what all of them led to.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<FuzzReport> RunAsync(
        IFuzzTarget target, int inputs, int seed, int atOnce = 1, FuzzReport? before = null, Action<FuzzReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var report = before ?? FuzzReport.None(target.Name);
        while (report.Inputs < inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            var begun = Stopwatch.StartNew();
            var (isTaken, finding) = await GiveAsync(target, seed + report.Inputs, Patience * atOnce, cancellation);
            report = report.With(isTaken, finding, begun.Elapsed);
            progress?.Invoke(report);
            if (finding is { IsHang: true })
            {
                // What does not answer still has the target.
                break;
            }
        }

        return report;
    }

    private static async Task<(bool IsTaken, FuzzFinding? Finding)> GiveAsync(IFuzzTarget target, int seed, TimeSpan patience, CancellationToken cancellation)
    {
        var input = target.Next(new Random(seed));
        try
        {
            // On the pool, so that an input that never ends is told as well.
            return (await EndAsync(Task.Run(() => target.TryAsync(input, cancellation), cancellation), patience, cancellation), null);
        }
        catch (OutOfPatienceException)
        {
            return (false, new FuzzFinding(target.Name, seed, input, $"no answer within {Patience.TotalSeconds:F0} s of work", IsHang: true));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            return (false, new FuzzFinding(target.Name, seed, input, error is ImproperException ? error.Message : error.ToString()));
        }
    }

    /// <summary>
    /// Waits for an answer. A machine that is busy with other things, or a process that was paused, is no hang: what counts is the
    /// processor time that this process had and, for what waits without working, how often it could look.
    /// </summary>
    private static async Task<bool> EndAsync(Task<bool> answer, TimeSpan patience, CancellationToken cancellation)
    {
        var worked = Environment.CpuUsage.TotalTime;
        for (var glance = 1; ; glance++)
        {
            // An answer that comes in the moment after a glance is an answer: only what has none yet can be out of time.
            await Task.WhenAny(answer, Task.Delay(Glance, cancellation));
            if (answer.IsCompleted)
            {
                return await answer;
            }

            cancellation.ThrowIfCancellationRequested();
            if (glance == MostGlances || Environment.CpuUsage.TotalTime - worked >= patience)
            {
                throw new OutOfPatienceException();
            }
        }
    }

    private sealed class OutOfPatienceException : Exception;
}
