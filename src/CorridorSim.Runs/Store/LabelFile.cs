using System.Text.Encodings.Web;
using System.Text.Json;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Store;

/// <summary>
/// The labels of a run or sweep, in a small file of the folder <c>.labels</c> of its store: beside the run, so that everything
/// that its checksums cover stays as it was written.
/// </summary>
internal static class LabelFile
{
    private const string FolderName = ".labels";
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    /// <summary>The labels; none when there are none, or when the file is not what this program writes.</summary>
    public static RunLabels Read(string store, string id)
    {
        try
        {
            var labels = JsonSerializer.Deserialize<RunLabels>(File.ReadAllText(PathOf(store, id)), Options) ?? RunLabels.None;
            return labels with
            {
                Name = labels.Name is { } name && RunLabels.NameProblem(name) is null ? name : null,
                Note = labels.Note is { } note && RunLabels.NoteProblem(note) is null ? note : null,
                Tags = [.. labels.Tags.Where(t => t is not null && RunLabels.TagProblem(t) is null).Take(RunLabels.MaxTags)],
            };
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return RunLabels.None;
        }
    }

    /// <summary>The labels of what is in a folder of a store.</summary>
    public static RunLabels Of(string folder) => Read(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));

    /// <summary>Changes the labels; who changes them at the same moment waits.</summary>
    /// <exception cref="RunStoreException">They cannot be written.</exception>
    public static async Task<RunLabels> ChangeAsync(string store, string id, Func<RunLabels, RunLabels> change)
    {
        try
        {
            _ = Directory.CreateDirectory(Path.Combine(store, FolderName));
            await using var hold = await LockAsync(Path.Combine(store, FolderName, ".lock"));
            var labels = change(Read(store, id));
            DurableFile.Write(PathOf(store, id), JsonSerializer.Serialize(labels, Options) + "\n");
            return labels;
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{Path.Combine(store, FolderName)}: cannot write there ({StoreFault.Words(error)}); make room or mend its rights.", error);
        }
    }

    /// <summary>Removes the labels of what is deleted.</summary>
    public static void Remove(string store, string id)
    {
        if (Directory.Exists(Path.Combine(store, FolderName)))
        {
            File.Delete(PathOf(store, id));
        }
    }

    private static string PathOf(string store, string id) => Path.Combine(store, FolderName, $"{id}.json");

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (StoreFault.IsHeld(error) && attempt < Attempts)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
