using System.CommandLine;
using CorridorSim.Analysis.Effects;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios;

namespace CorridorSim.Cli.Options;

/// <summary>The option that names the folder of runs.</summary>
internal static class StoreOption
{
    /// <summary>The folder without the option.</summary>
    public const string Usual = "runs";

    public static Option<string> Create() => new("--runs") { Description = "folder of runs", DefaultValueFactory = _ => Usual };

    /// <summary>The store that is meant. Where a reference passes over what is damaged, a line says so.</summary>
    public static RunStore Store(this ParseResult parsed, Option<string> runs) =>
        new(parsed.GetValue(runs)!, words => Console.Error.WriteLine($"corridorsim: {words}"));

    /// <summary>The same for what must not be done to another run than the one that is meant: nothing is passed over.</summary>
    /// <exception cref="RunStoreException">Thrown by the store where it would pass something over.</exception>
    public static RunStore ExactStore(this ParseResult parsed, Option<string> runs) =>
        new(parsed.GetValue(runs)!, words => throw new RunStoreException($"it is not clear which is meant; write its identifier: {words}"));
}

/// <summary>The argument that names one run or sweep.</summary>
internal static class EntryArgument
{
    public static Argument<string> Create() => new("run") { Description = "run or sweep: identifier, its start, name, or latest" };
}

/// <summary>The option that asks for JSON.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "print one JSON document" };
}

/// <summary>Finds worlds: a folder as it is written, else a shipped world of that name.</summary>
internal static class WorldOption
{
    /// <summary>The world that is meant unless another is named.</summary>
    public const string Usual = "americas";

    /// <summary>The folder of a world.</summary>
    public static string Folder(string world) => Directory.Exists(world) ? world : ShippedFiles.World(world) ?? world;
}

/// <summary>What the user asked for, read from options.</summary>
internal static class Asked
{
    /// <summary>Months; null when not told.</summary>
    /// <exception cref="UnknownIndicatorException">It is not a period.</exception>
    public static Period? Period(string? text) => text is null
        ? null
        : Analysis.Effects.Period.TryParse(text) ?? throw new UnknownIndicatorException($"'{text}' is not a period; write 2024, 2024-03 or 2023-10..2024-03");
}
