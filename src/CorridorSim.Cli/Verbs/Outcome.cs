using CorridorSim.Analysis;
using CorridorSim.Analysis.Effects;
using CorridorSim.Grains.Cluster;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Folders;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Turns what can go wrong into one clear line and an exit code.</summary>
internal static class Outcome
{
    public static async Task<int> OfAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync("stopped; nothing was written", ExitCodes.Stopped);
        }
        catch (RunNotFoundException error)
        {
            return await RefuseAsync(error.Message, ExitCodes.RunNotFound);
        }
        catch (RunStoreException error)
        {
            return await RefuseAsync(error.Message, ExitCodes.RunStore);
        }
        catch (ClusterException error)
        {
            return await RefuseAsync(error.Message, ExitCodes.NothingUsable);
        }
        catch (Exception error) when (error is QueryException or UnknownIndicatorException or StudyException)
        {
            return await RefuseAsync(error.Message, ExitCodes.InvalidInput);
        }
    }

    public static async Task<int> InvalidAsync(DiagnosticBag bag)
    {
        foreach (var diagnostic in bag.Sorted)
        {
            await Console.Error.WriteLineAsync(diagnostic.ToString());
        }

        return ExitCodes.InvalidInput;
    }

    /// <summary>Says in one line why something is not done.</summary>
    public static async Task<int> RefuseAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync($"corridorsim: {message}");
        return code;
    }

    /// <summary>Reports failed lanes and chooses the exit code.</summary>
    public static async Task<int> OfLanesAsync(IReadOnlyList<LaneFailure> failures, long lanes)
    {
        foreach (var failure in failures.Take(5))
        {
            await Console.Error.WriteLineAsync($"lane {failure.Lane} failed in {failure.Participant} at tick {failure.Tick}: {failure.Reason}");
        }

        return failures.Count == 0 ? ExitCodes.Done : failures.Count == lanes ? ExitCodes.NothingUsable : ExitCodes.SomeLanesFailed;
    }
}
