using System.Text.Json;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Runs;

/// <summary>A view that somebody kept: a name and the address of a page with all that is chosen in it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Address within the dashboard, beginning with a slash.</param>
public sealed record Workspace(string Name, string Address);

/// <summary>The kept views of a run store, in a file beside its runs.</summary>
/// <param name="store">The store.</param>
public sealed class WorkspaceBook(RunStore store)
{
    /// <summary>Most views that are kept.</summary>
    public const int MaxKept = 200;

    private const string FileName = ".workspaces.json";
    private const int LongestName = 80;
    private const int LongestAddress = 8000;
    private const long LongestFile = 4_000_000;

    private readonly Lock _lock = new();

    /// <summary>Raised, on any thread, when a view was kept or taken away.</summary>
    public event Action? Changed;

    private string FilePath => Path.Combine(store.Folder, FileName);

    /// <summary>The kept views, by name; none when the file cannot be read.</summary>
    public IReadOnlyList<Workspace> List()
    {
        try
        {
            return new FileInfo(FilePath) is { Exists: true, Length: < LongestFile }
                ? [.. (JsonSerializer.Deserialize<Workspace[]>(File.ReadAllText(FilePath)) ?? []).Where(w => Problem(w) is null).Take(MaxKept).OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase)]
                : [];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <exception cref="ArgumentException">Name or address cannot be kept, or there are too many.</exception>
    public void Keep(Workspace view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (Problem(view) is { } problem)
        {
            throw new ArgumentException(problem, nameof(view));
        }

        Change(all => all.Count >= MaxKept && all.All(w => w.Name != view.Name)
            ? throw new ArgumentException($"{MaxKept} views are kept already; take one away first", nameof(view))
            : [.. all.Where(w => w.Name != view.Name), view]);
    }

    /// <summary>Takes a view away.</summary>
    public void Remove(string name) => Change(all => [.. all.Where(w => w.Name != name)]);

    private static string? Problem(Workspace view) => view switch
    {
        { Name: null } or { Address: null } => "a view needs a name and an address",
        _ when view.Name.Trim().Length == 0 || view.Name.Length > LongestName || view.Name.Any(char.IsControl) => $"give the view a name of at most {LongestName} characters",
        // Two slashes would lead to another host.
        _ when view.Address.Length > LongestAddress || !view.Address.StartsWith('/') || view.Address.StartsWith("//", StringComparison.Ordinal) || view.Address.Contains('\\', StringComparison.Ordinal) => "this page cannot be kept",
        _ => null,
    };

    private void Change(Func<IReadOnlyList<Workspace>, Workspace[]> change)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(store.Folder);
            DurableFile.Write(FilePath, JsonSerializer.Serialize(change(List())));
        }

        Changed?.Invoke();
    }
}
