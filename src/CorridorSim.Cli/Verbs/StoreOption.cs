using System.CommandLine;

namespace CorridorSim.Cli.Verbs;

/// <summary>The option that names the folder of runs.</summary>
internal static class StoreOption
{
    /// <summary>The folder without the option.</summary>
    public const string Usual = "runs";

    public static Option<string> Create() => new("--runs") { Description = "folder of runs", DefaultValueFactory = _ => Usual };
}
