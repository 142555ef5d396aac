using System.Text.Json;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>Reads the manifest of a folder, of a run as of a sweep: it may be missing, damaged, altered or untrue, each told with its remedy.</summary>
/// <param name="Work">What would have to be done again, such as <c>run again</c>.</param>
internal sealed record SealedManifest(string Work)
{
    /// <summary>Reads a manifest.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="demandsSeal">Whether its seal must hold.</param>
    /// <param name="parse">Makes it of its text; null where it is none.</param>
    /// <param name="nature">What is wrong with whose it is, with the remedy; null when nothing is.</param>
    /// <param name="problem">Why it cannot be true; null when it can.</param>
    /// <exception cref="RunStoreException">It cannot be read, was altered, or is not that of the folder.</exception>
    public T Read<T>(string folder, bool demandsSeal, Func<string, T?> parse, Func<T?, string?> nature, Func<T, string?> problem)
        where T : class
    {
        var path = Path.Combine(folder, RunManifest.FileName);
        try
        {
            var text = File.ReadAllText(path);
            var manifest = parse(text);
            if (nature(manifest) is { } other)
            {
                throw new RunStoreException($"{path}: {other}");
            }

            if (demandsSeal && ManifestSeal.Fault(text) is { } fault)
            {
                throw new RunStoreException($"{path}: the manifest was altered or damaged ({fault}); restore it, or remove the folder and {Work}.");
            }

            return problem(manifest!) is { } untruth
                ? throw new RunStoreException($"{path}: the manifest cannot be true: {untruth}; remove the folder and {Work}.")
                : manifest!;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new RunStoreException($"{path}: may not be read; mend its rights.", error);
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            throw new RunStoreException($"{path}: cannot read the manifest ({BrokenJson.Words(error)}); remove the folder and {Work}.", error);
        }
    }
}
