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
            return await FailAsync("stopped; nothing was written", ExitCodes.Stopped);
        }
        catch (RunNotFoundException error)
        {
            return await FailAsync(error.Message, ExitCodes.RunNotFound);
        }
        catch (RunStoreException error)
        {
            return await FailAsync(error.Message, ExitCodes.RunStore);
        }
        catch (QueryException error)
        {
            return await FailAsync(error.Message, ExitCodes.InvalidInput);
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

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync($"corridorsim: {message}");
        return code;
    }
}
