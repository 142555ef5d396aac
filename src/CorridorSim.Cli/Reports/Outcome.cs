using CorridorSim.Analysis;
using CorridorSim.Analysis.Effects;
using CorridorSim.Grains.Cluster;
using CorridorSim.Model.Post;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>Turns what can go wrong into one clear line, a JSON document where JSON was asked for, and an exit code.</summary>
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
        catch (Exception error) when (error is QueryException or UnknownIndicatorException or StudyException or OutputFileException or SigningKeyException)
        {
            return await RefuseAsync(error.Message, ExitCodes.InvalidInput);
        }
        catch (UnauthorizedAccessException error)
        {
            // Whatever opened it: a file that may not be read is no mistake of the program.
            return await RefuseAsync($"{error.Message.TrimEnd('.')}; change its permissions", ExitCodes.RunStore);
        }
        catch (Exception error) when (StoreFault.IsFull(error))
        {
            // Whatever wrote it: nor is a disk without room.
            return await RefuseAsync($"{StoreFault.Words(error)}; free some space", ExitCodes.RunStore);
        }
    }

    public static async Task<int> InvalidAsync(DiagnosticBag bag)
    {
        var places = bag.Sorted;
        foreach (var diagnostic in places)
        {
            await Console.Error.WriteLineAsync(diagnostic.ToString());
        }

        await JsonOutput.WriteFailureAsync(ExitCodes.InvalidInput, places.Count > 0 ? places[0].Message : "the input is not valid", places);
        return ExitCodes.InvalidInput;
    }

    /// <summary>Says in one line why something is not done.</summary>
    public static async Task<int> RefuseAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync($"corridorsim: {message}");
        await JsonOutput.WriteFailureAsync(code, message, []);
        return code;
    }

    /// <summary>Says which folders of a store were left out, and why; the others were not harmed.</summary>
    public static async Task TellDamagedAsync(IEnumerable<DamagedRun> damaged)
    {
        foreach (var folder in damaged)
        {
            await Console.Error.WriteLineAsync($"damaged: {folder.Folder}: {folder.Reason}");
        }
    }

    /// <summary>Reports failed lanes and chooses the exit code.</summary>
    public static async Task<int> OfLanesAsync(IReadOnlyList<LaneFailure> failures, long lanes)
    {
        foreach (var failure in failures.Take(5))
        {
            await Console.Error.WriteLineAsync($"simulation {failure.Lane} failed in {failure.Participant} at tick {failure.Tick}: {failure.Reason}");
        }

        return failures.Count == 0 ? ExitCodes.Done : failures.Count == lanes ? ExitCodes.NothingUsable : ExitCodes.SomeLanesFailed;
    }
}
