using System.CommandLine;
using System.Reflection;
using CorridorSim.Scenarios;

namespace CorridorSim.Cli.Verbs;

/// <summary>Makes a starter folder: a copy of a world, a scenario, a sweep, schemas for editors.</summary>
internal static class NewVerb
{
    private const string ResourceFolder = "starter/";

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "folder to make; it must be empty or not exist" };
        var verb = new Command("new", "make a starter folder: corridorsim new my-pact") { folder };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var target = parsed.GetValue(folder)!;
            if (Refusal(target) is { } refusal)
            {
                return await Outcome.RefuseAsync(refusal, ExitCodes.InvalidInput);
            }

            try
            {
                Fill(target, ShippedFiles.World(WorldOption.Usual)!);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return await Outcome.RefuseAsync($"'{target}' cannot be written ({error.Message}); choose another folder", ExitCodes.InvalidInput);
            }

            await Console.Out.WriteLineAsync($"made {target}; next: corridorsim run {Path.Combine(target, "pact.yaml")}");
            return ExitCodes.Done;
        }));
        return verb;
    }

    private static string? Refusal(string target) => (File.Exists(target), Directory.Exists(target)) switch
    {
        (true, _) => $"'{target}' is a file; choose the name of a new folder",
        (_, true) when Directory.EnumerateFileSystemEntries(target).Any() => $"'{target}' is not empty; choose a new folder",
        _ => ShippedFiles.World(WorldOption.Usual) is null ? "the scenarios that come with the program are missing; install it again" : null,
    };

    private static void Fill(string target, string world)
    {
        Directory.CreateDirectory(Path.Combine(target, "world"));
        Directory.CreateDirectory(Path.Combine(target, "schemas"));
        foreach (var table in Directory.EnumerateFiles(world))
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

        foreach (var (kind, write) in SchemaVerb.Schemas)
        {
            File.WriteAllText(Path.Combine(target, "schemas", $"{kind}.schema.json"), write() + Environment.NewLine);
        }
    }
}
