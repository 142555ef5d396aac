using System.CommandLine;

namespace CorridorSim.Cli.Verbs;

/// <summary>The option that asks for JSON.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "print one JSON document" };
}
