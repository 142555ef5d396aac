using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Pages.Flows;

/// <summary>What a picture of flows is called and how its numbers are saved.</summary>
internal static class FlowFile
{
    /// <summary>Title of the picture.</summary>
    public const string Title = "From origin to outcome";

    /// <summary>Unit of its ribbons.</summary>
    public const string Unit = "people or events over the months chosen";

    /// <summary>The flows as CSV, below lines that say what they are.</summary>
    public static string Csv(IReadOnlyList<FlowLink> links, string note, string command) =>
        CsvHead.Of(Title, Unit, note, command)
        + "origin,way,outcome,people\n" + string.Concat(links.Select(l => $"{l.Origin},{l.Way},{l.Outcome},{Numbers.Exact(l.People)}\n"));
}
