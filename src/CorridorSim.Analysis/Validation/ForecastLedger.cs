using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CorridorSim.Runs.Files;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Validation;

/// <summary>What identifies a registered forecast.</summary>
public sealed record RegisteredForecast
{
    /// <summary>Its name, that of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>When it was registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The program that made it: version and, where it is known, commit.</summary>
    public required string Build { get; init; }

    /// <summary>Scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Hash of the scenario and its world.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>First forecast month, yyyy-MM.</summary>
    public required string From { get; init; }

    /// <summary>Last forecast month, inclusive.</summary>
    public required string Until { get; init; }

    /// <summary>Last month of any observation that was known.</summary>
    public required string LastObserved { get; init; }

    /// <summary>Months that the parameters were fitted to, in words; empty when they were not.</summary>
    public required string Fitted { get; init; }

    /// <summary>Replicates.</summary>
    public required int Replicates { get; init; }

    /// <summary>Key of all random draws.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>
/// Forecasts that were registered before the months came: one folder each, written aside and renamed, never written again. A
/// list of SHA-256 sums covers every file, so that a changed byte is found; <c>sha256sum -c SHA256SUMS</c> checks it as well.
/// </summary>
/// <param name="root">Folder of all registered forecasts.</param>
public sealed class ForecastLedger(string root)
{
    /// <summary>Folder of registered forecasts below that of the scenarios.</summary>
    public const string Folder = "forecasts";

    /// <summary>The forecasts, in the columns of <see cref="HubTable"/>.</summary>
    public const string Forecasts = "forecasts.csv";

    /// <summary>Scenario of a registered forecast, fully resolved.</summary>
    public const string Scenario = ScenarioFile.StoredName;

    private const string Manifest = "manifest.json";
    private const string Sums = "SHA256SUMS";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Names of what was registered, in order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(root)
        ? [.. Directory.EnumerateDirectories(root).Where(d => File.Exists(Path.Combine(d, Sums))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Folder of a forecast.</summary>
    public string FolderOf(string name) => Path.Combine(root, name);

    /// <summary>Lines of the table of forecasts of one that was opened.</summary>
    public IEnumerable<string> TableOf(string name) => File.ReadLines(Path.Combine(FolderOf(name), Forecasts));

    /// <summary>Keeps a forecast.</summary>
    /// <param name="forecast">What identifies it.</param>
    /// <param name="files">Its files by name, without manifest and sums.</param>
    /// <returns>Its hash: the SHA-256 sum of the list of sums.</returns>
    /// <exception cref="StudyException">The name is taken or none.</exception>
    /// <exception cref="RunStoreException">The forecast cannot be written; nothing is left of it.</exception>
    public string Register(RegisteredForecast forecast, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(files);
        RefuseUnlessFree(forecast.Name);
        var all = files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        all[Manifest] = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(forecast, Indented) + "\n");
        var sums = SumsOf(all);
        all[Sums] = Encoding.UTF8.GetBytes(sums);
        Publish(forecast.Name, all);
        return Sha(all[Sums]);
    }

    /// <summary>Opens a forecast after checking every byte.</summary>
    /// <returns>What identifies it and its hash.</returns>
    /// <exception cref="StudyException">There is no such forecast.</exception>
    /// <exception cref="ChangedForecastException">A file was changed, added to the list or taken away.</exception>
    public (RegisteredForecast Forecast, string Hash) Open(string name)
    {
        if (!IsName(name) || !Names.Contains(name))
        {
            throw new StudyException($"No forecast '{name}' is registered in {root}. Registered: {(Names.Count == 0 ? "none" : string.Join(", ", Names))}.");
        }

        var folder = FolderOf(name);
        var written = File.ReadAllText(Path.Combine(folder, Sums));
        var present = Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) != Sums).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);
        if (SumsOf(present) != written)
        {
            var lines = written.Split('\n').ToHashSet();
            throw new ChangedForecastException(name, [.. SumsOf(present).Split('\n').Where(l => !lines.Contains(l)).Select(l => l[66..])]);
        }

        var forecast = JsonSerializer.Deserialize<RegisteredForecast>(present[Manifest], Indented)!;
        return (forecast, Sha(Encoding.UTF8.GetBytes(written)));
    }

    private void Publish(string name, IReadOnlyDictionary<string, byte[]> files)
    {
        var aside = Path.Combine(root, $".{name}.{Guid.NewGuid():N}");
        try
        {
            _ = Directory.CreateDirectory(aside);
            foreach (var (file, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(aside, file), bytes);
            }

            DurableFile.FlushAll(aside);

            // A rename fails when somebody else registered the same name meanwhile: the first one stays.
            Directory.Move(aside, FolderOf(name));
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            RefuseUnlessFree(name);
            throw new RunStoreException($"{root}: cannot write the forecast ({StoreFault.Words(error)}); make room or give another folder with --forecasts.", error);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private void RefuseUnlessFree(string name)
    {
        if (!IsName(name))
        {
            throw new StudyException($"'{name}' is not a name; use at most 64 lower-case letters, digits and hyphens.");
        }

        if (Directory.Exists(FolderOf(name)))
        {
            throw new StudyException($"A forecast '{name}' is registered already and is never written again. Choose another name.");
        }
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The list as sha256sum writes it, in order of name.</summary>
    private static string SumsOf(IReadOnlyDictionary<string, byte[]> files) =>
        string.Concat(files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{Sha(f.Value)}  {f.Key}\n"));

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A registered forecast is not what was registered.</summary>
/// <param name="name">Its name.</param>
/// <param name="files">Files whose sum is not in the list, or none when the list itself was changed.</param>
public sealed class ChangedForecastException(string name, IReadOnlyList<string> files)
    : Exception($"The forecast '{name}' was changed after it was registered ({(files.Count == 0 ? "the list of sums or a file that is gone" : string.Join(", ", files))}); it is not scored.");
