using System.CommandLine;

namespace CorridorSim.Cli.Verbs;

/// <summary>The argument that names one run or sweep.</summary>
internal static class EntryArgument
{
    public static Argument<string> Create() => new("run") { Description = "run or sweep: identifier, its start, name, or latest" };
}
