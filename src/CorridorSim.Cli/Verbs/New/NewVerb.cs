using System.CommandLine;
using System.Reflection;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.New;
using CorridorSim.Runs.Commands;
using CorridorSim.Runs.Files;
using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Schemas;

[assembly: Verb<NewVerb>(10)]

namespace CorridorSim.Cli.Verbs.New;

/// <summary>Makes a folder to work in: a starter, a shipped scenario with everything it needs, or the smallest world there is.</summary>
internal sealed class NewVerb : IVerb
{
    private const string ResourceFolder = "starter/";
    private const string Tiny = "displaced-family-open";
    private const string Own = "mine";

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "folder to make; it must be empty or not exist" };
        var from = new Option<string?>("--from") { Description = "shipped scenario to start from, with its history, world and fitted parameters, such as us-panama-2022" };
        var tiny = new Option<bool>("--tiny") { Description = "start from the smallest world, to build another" };
        var json = JsonOption.Create();
        var verb = new Command("new", "make a folder to work in: corridorsim new my-pact --from us-panama-2022") { folder, from, tiny, json };
        verb.Validators.Add(r =>
        {
            if (r.GetResult(from) is not null && r.GetResult(tiny) is not null)
            {
                r.AddError("give --from or --tiny, not both");
            }
        });
        verb.SetAction((parsed, _) => Outcome.OfAsync(() => MakeAsync(
            parsed.GetValue(folder)!, parsed.GetValue(tiny) ? Tiny : parsed.GetValue(from), parsed.GetValue(json))));
        return verb;
    }

    private static async Task<int> MakeAsync(string target, string? from, bool asJson)
    {
        var scenario = from is null ? null : ShippedScenario.Find(from);
        if ((from is not null && scenario is null ? Unknown(from) : Refusal(target)) is { } refusal)
        {
            return await Outcome.RefuseAsync(refusal, ExitCodes.InvalidInput);
        }

        try
        {
            FillWith(target, scenario);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            Empty(target);
            return await Outcome.RefuseAsync($"'{target}' cannot be written ({StoreFault.Words(error)}); make room or choose another folder", ExitCodes.InvalidInput);
        }

        var next = ShellText.Command("run", Path.Combine(target, scenario is null ? "pact.yaml" : $"{Own}.yaml"));
        await (asJson
            ? JsonOutput.WriteAsync(new { Folder = Path.GetFullPath(target), From = scenario?.Id, Next = next })
            : Console.Out.WriteLineAsync($"made {target}; next: {next}"));
        return ExitCodes.Done;
    }

    private static string Unknown(string from) =>
        $"'{from}' is no scenario that comes with the program{Suggestion.For(from, ShippedScenario.Ids)}";

    private static string? Refusal(string target) => (File.Exists(target), Directory.Exists(target)) switch
    {
        (true, _) => $"'{target}' is a file; choose the name of a new folder",
        (_, true) when Directory.EnumerateFileSystemEntries(target).Any() => $"'{target}' is not empty; choose a new folder",
        _ => ShippedFiles.World(WorldOption.Usual) is null ? "the scenarios that come with the program are missing; install it again" : null,
    };

    /// <summary>Takes away what was made of a folder that was empty or not there: half a folder could not be made whole.</summary>
    private static void Empty(string target)
    {
        foreach (var entry in Directory.Exists(target) ? new DirectoryInfo(target).GetFileSystemInfos() : [])
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    private static void FillWith(string target, ShippedScenario? scenario)
    {
        Directory.CreateDirectory(Path.Combine(target, "schemas"));
        if (scenario is null)
        {
            CopyStarter(target);
        }
        else
        {
            scenario.CopyTo(target);
            File.WriteAllText(Path.Combine(target, $"{Own}.yaml"), Child(scenario));
        }

        foreach (var kind in FileKind.All)
        {
            File.WriteAllText(Path.Combine(target, "schemas", $"{kind.Name}.schema.json"), kind.Schema() + Environment.NewLine);
        }
    }

    private static void CopyStarter(string target)
    {
        Directory.CreateDirectory(Path.Combine(target, "world"));
        foreach (var table in Directory.EnumerateFiles(ShippedFiles.World(WorldOption.Usual)!))
        {
            File.Copy(table, Path.Combine(target, "world", Path.GetFileName(table)));
        }

        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourceFolder, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(target, name[ResourceFolder.Length..]));
            resource.CopyTo(file);
        }
    }

    /// <summary>A scenario of one's own that changes nothing yet.</summary>
    private static string Child(ShippedScenario scenario) => $"""
        # yaml-language-server: $schema=schemas/scenario.schema.json
        # A scenario of your own: state here only what differs from {scenario.Id}.yaml, which it is compared with.
        # What can be changed: corridorsim resolve {scenario.Id}.yaml
        # What differs so far: corridorsim resolve {Own}.yaml --diff
        corridorsim: 1
        id: {Own}
        title: My changes to {scenario.Id}
        extends: {scenario.Id}.yaml

        """;
}
