using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>What can go wrong with files and requests, told from errors of the program.</summary>
internal static partial class Failures
{
    /// <summary>True for what the reader of a page can mend; anything else is a bug and stays loud.</summary>
    public static bool IsExpected(Exception error) => error
        is RunStoreException or RunNotFoundException or InvalidScenarioException or ScenarioNotFoundException or UnknownIndicatorException
        or JobsFullException or StudyException or ArgumentException or DbException or IOException or UnauthorizedAccessException or JsonException or FormatException
        or IndexOutOfRangeException or InvalidCastException or OverflowException or QueryException;

    /// <summary>The cause in words; no stack, no path that is of no use.</summary>
    public static string Words(Exception error) => error switch
    {
        DbException => $"A table of this run is damaged or missing{(Table().Match(error.Message) is { Success: true } table ? $": {table.Value}" : string.Empty)}. Remove the folder of the run and run its scenario again.",
        IndexOutOfRangeException or InvalidCastException or OverflowException or FormatException => "A table of this run does not agree with its manifest; remove the folder and run again.",
        ArgumentException => error.Message.Split(" (Parameter")[0],
        _ when IsExpected(error) => error.Message,
        _ => "An error of the program: " + error.GetType().Name + ". Load the page again; if it comes back, report it.",
    };

    // The database names the whole path, which is of no use to a reader and nobody else's business.
    [GeneratedRegex("[a-z-]{1,60}\\.parquet")]
    private static partial Regex Table();
}
