using System.CommandLine;

namespace CorridorSim.Cli.Verbs;

/// <summary>The option that names the folder of runs.</summary>
internal static class StoreOption
{
    public static Option<string> Create() => new("--runs") { Description = "folder of runs", DefaultValueFactory = _ => "runs" };
}
