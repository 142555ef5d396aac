using CorridorSim.Analysis.Sweeps;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Writing;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Scenarios;

/// <summary>
/// The scenario files of one folder, by name: callers never give a path. Compiled scenarios are kept until a file of the
/// folder changes.
/// </summary>
/// <param name="folder">The folder.</param>
public sealed class ScenarioCatalogue(string folder)
{
    private const long LongestText = 2_000_000;
    private const string SweepEnding = ".sweep.yaml";
    private const string CountriesFile = "countries.csv";
    private const string AboutFile = "README.md";

    private static readonly string[] CountryColumns = ["code", "name", "latitude", "longitude", "source", "confidence"];

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Changes whenever a file below the folder changes.</summary>
    public string Stamp()
    {
        var files = Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];
        var (count, latest) = files.Aggregate((Count: 0, Latest: 0L), (sum, f) => (sum.Count + 1, Math.Max(sum.Latest, f.LastWriteTimeUtc.Ticks)));
        return FormattableString.Invariant($"{count}-{latest}");
    }

    /// <summary>The scenarios, by title; sweeps, comparisons and the like, whose names end with their kind, are not among them.</summary>
    public IReadOnlyList<ScenarioEntry> List() =>
    [
        .. Files("*.yaml").Where(f => !Path.GetFileNameWithoutExtension(f).Contains('.', StringComparison.Ordinal))
            .Select(f => Describe(f, "extends")).OfType<ScenarioEntry>().OrderBy(e => e.Title, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Titles of the scenarios by their identifiers.</summary>
    public IReadOnlyDictionary<string, string> Titles() => List().ToDictionary(s => s.Name, s => s.Title);

    /// <summary>The scenario files as they are written, without what they inherit; those that are no YAML are left out.</summary>
    public IReadOnlyList<YamlMap> Maps() =>
    [
        .. Files("*.yaml").Where(f => !Path.GetFileNameWithoutExtension(f).Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => YamlReader.Read(f, f, new DiagnosticBag())).OfType<YamlMap>(),
    ];

    /// <summary>Names of the countries of a world by their codes; empty when its table cannot be read.</summary>
    /// <param name="world">Folder of the world, as scenarios name it.</param>
    public IReadOnlyDictionary<string, string> Countries(string world)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, world, CountriesFile));
        return path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? CsvTable.Read(path, CountriesFile, CountryColumns, new DiagnosticBag()).Rows.DistinctBy(r => r.Text("code")).ToDictionary(r => r.Text("code"), r => r.Text("name"))
            : [];
    }

    /// <summary>Names of the countries of all worlds by their codes; a code that stands for different places has the name that comes first.</summary>
    /// <param name="scenarios">The scenarios, whose worlds are looked at.</param>
    public IReadOnlyDictionary<string, string> Countries(IReadOnlyList<ScenarioEntry> scenarios) =>
        scenarios.Select(s => s.World).OfType<string>().Distinct().Order(StringComparer.Ordinal).SelectMany(Countries).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Value);

    /// <summary>What a world is called: the heading of the text that describes it, or the words of its folder's name.</summary>
    /// <param name="world">Folder of the world, as scenarios name it.</param>
    public string TitleOf(string world)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, world, AboutFile));
        try
        {
            var heading = path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && new FileInfo(path) is { Exists: true, Length: <= LongestText }
                ? File.ReadLines(path).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal)) : null;
            return heading is { Length: > 2 } ? heading[2..].Trim() : ScenarioGroup.WordsOf(world);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A world has a name though nobody may read the text about it.
            return ScenarioGroup.WordsOf(world);
        }
    }

    /// <summary>The sweep files, by title; what they extend is the scenario they start from.</summary>
    public IReadOnlyList<ScenarioEntry> Sweeps() =>
    [
        .. Files($"*{SweepEnding}").Select(f => Describe(f, "base")).OfType<ScenarioEntry>()
            .Select(e => e with { Name = e.Name[..^".sweep".Length] }).OrderBy(e => e.Title, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Compiles a sweep file.</summary>
    /// <exception cref="ScenarioNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public SweepDefinition CompileSweep(string name)
    {
        var path = Path.Combine(Folder, name + SweepEnding);
        if (!RunId.IsValid(name) || !File.Exists(path))
        {
            throw new ScenarioNotFoundException($"There is no sweep '{(name.Length <= 100 ? name : name[..100])}'; the page of sweeps lists those there are.");
        }

        var bag = new DiagnosticBag();
        return SweepCompiler.Load(Path.GetRelativePath(Directory.GetCurrentDirectory(), path), bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }

    /// <summary>File of the scenario that a stored sweep started from, as the sweep names it.</summary>
    public static string BaseOf(StoredSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var text = File.ReadAllText(sweep.Checked(StoredSweep.SweepFile));
        return (YamlReader.Parse(text, StoredSweep.SweepFile, new DiagnosticBag())?["base"] as YamlText)?.Text ?? $"{sweep.Manifest.Scenario}.yaml";
    }

    /// <summary>Whether a scenario of that name is there.</summary>
    public bool Has(string name) => RunId.IsValid(name) && File.Exists(FileOf(name));

    /// <summary>Path of a scenario as one writes it on the command line.</summary>
    public string PathOf(string name) => Path.GetRelativePath(Directory.GetCurrentDirectory(), FileOf(name));

    /// <summary>Compiles a scenario.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ScenarioNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public CompiledScenario Compile(string name) => Compile(name, []);

    /// <summary>Compiles a scenario with values changed; those of the world hold for its baseline as well.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">Values that replace those of the file, as <c>path=value</c>.</param>
    /// <param name="isPaired">Whether a scenario that extends nothing gets itself, unchanged in policy, as baseline.</param>
    /// <exception cref="ScenarioNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public CompiledScenario Compile(string name, IReadOnlyList<string> settings, bool isPaired = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Has(name))
        {
            throw new ScenarioNotFoundException($"There is no scenario '{(name.Length <= 100 ? name : name[..100])}'; the start page lists those there are.");
        }

        return settings.Count == 0 ? Keep(name, () => Load(name, [])) : isPaired && Compile(name).Parent is null ? LoadPaired(name, settings) : Load(name, settings);
    }

    /// <summary>Compiles a scenario with values changed and keeps it, for callers that ask again and again with the same values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">Values that replace those of the file, as <c>path=value</c>.</param>
    /// <exception cref="ScenarioNotFoundException">There is none of that name.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public CompiledScenario CompileKept(string name, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Count == 0 || !Has(name) ? Compile(name, settings) : Keep($"{name}\n{string.Join('\n', settings)}", () => Load(name, settings));
    }

    /// <summary>Compiles a scenario that is not in a file.</summary>
    /// <param name="text">The text; what it extends must lie in the folder.</param>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public CompiledScenario CompileText(string text)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.OfText(text, Folder, bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }

    /// <summary>Compiles what a run kept, to learn its world and titles.</summary>
    /// <exception cref="InvalidScenarioException">The text has mistakes, or the world is not there any more.</exception>
    public CompiledScenario CompileRun(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Keep($"run {run.Manifest.Id} {run.Manifest.ScenarioHash}", () =>
        {
            var bag = new DiagnosticBag();
            if (new FileInfo(run.PathOf(StoredRun.ScenarioFile)) is not { Exists: true, Length: <= LongestText })
            {
                bag.Add(StoredRun.ScenarioFile, 1, 1, "the run has no readable scenario; run it again");
                throw new InvalidScenarioException(bag.Sorted);
            }

            return CompiledScenario.OfRun(run.ReadScenario(), Folder, bag) ?? throw new InvalidScenarioException(bag.Sorted);
        });
    }

    /// <summary>Writes a new scenario file; a file that is there is never replaced.</summary>
    /// <exception cref="ArgumentException">The name is not valid or taken.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Save(string name, string text) => Write(name, FileOf, "scenario", text);

    /// <summary>Writes a new sweep file; a file that is there is never replaced.</summary>
    /// <exception cref="ArgumentException">The name is not valid or taken.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void SaveSweep(string name, string text) => Write(name, n => Path.Combine(Folder, n + SweepEnding), "sweep", text);

    private static void Write(string name, Func<string, string> pathOf, string what, string text)
    {
        if (!RunId.IsValid(name) || name.Contains('.', StringComparison.Ordinal) || name.Length > 64)
        {
            throw new ArgumentException($"a {what} is named with lower-case letters, digits and hyphens, at most 64", nameof(name));
        }

        if (File.Exists(pathOf(name)))
        {
            throw new ArgumentException($"there is a {what} '{name}' already; choose another name", nameof(name));
        }

        DurableFile.WriteNew(pathOf(name), text);
    }

    /// <summary>A scenario with values changed as files of its own, with the baseline that it has here.</summary>
    /// <param name="name">The scenario.</param>
    /// <param name="copy">Name of the copy.</param>
    /// <param name="title">Title of the copy.</param>
    /// <param name="settings">Values that replace those of the file, as <c>path=value</c>.</param>
    public ScenarioCopy CopyOf(string name, string copy, string title, IReadOnlyList<string> settings) =>
        ScenarioCopy.Of(Compile(name).Loaded, $"{name}.yaml", copy, title, settings);

    private CompiledScenario Load(string name, IReadOnlyList<string> settings)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(PathOf(name), settings, bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }

    private CompiledScenario LoadPaired(string name, IReadOnlyList<string> settings)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(PathOf(name), PathOf(name), settings, bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }

    private CompiledScenario Keep(string name, Func<CompiledScenario> compile) => Kept.Scenarios.Get((this, name, Stamp()), compile);

    private IEnumerable<string> Files(string pattern) => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, pattern) : [];

    private string FileOf(string name) => Path.Combine(Folder, $"{name}.yaml");

    private static ScenarioAgreement AgreementOf(string id, YamlMap map) => new(
        [.. (map["parties"] as YamlList)?.Items.OfType<YamlText>().Select(t => t.Text) ?? []], (map["signed"] as YamlText)?.Text ?? string.Empty, id, (map["title"] as YamlText)?.Text ?? string.Empty);

    private ScenarioEntry? Describe(string path, string parent)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!RunId.IsValid(name) || YamlReader.Read(path, name, new DiagnosticBag()) is not { } own)
        {
            return null;
        }

        // An agreement of the library is stated by the file that includes it.
        var map = new Includes(Folder, new DiagnosticBag()).Expand(own);

        string? Text(string key) => (map[key] as YamlText)?.Text;
        return new ScenarioEntry(name, Text("title") ?? name, Path.GetFileNameWithoutExtension(Text(parent)), Text("id") ?? name, Text("description") ?? string.Empty)
        {
            World = Text("world"),
            Agreements = [.. (map["agreements"] as YamlMap)?.Entries.Where(e => e.Value is YamlMap).Select(e => AgreementOf(e.Key.Text, (YamlMap)e.Value)) ?? []],
        };
    }
}

/// <summary>A scenario has mistakes; each has a place, a cause and a remedy.</summary>
public sealed class InvalidScenarioException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="diagnostics">The mistakes, at least one.</param>
    public InvalidScenarioException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>The mistakes.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

/// <summary>No scenario has the name that was asked for.</summary>
public sealed class ScenarioNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ScenarioNotFoundException(string message)
        : base(message)
    {
    }
}
