using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Tests.Proof;

/// <summary>What a hand can do to the folder of a run or a sweep.</summary>
internal static class Forgery
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Edits the manifest and, if the hand is careful, seals it again.</summary>
    public static void Edit(string folder, Action<JsonObject> change, bool seals)
    {
        var path = Path.Combine(folder, RunManifest.FileName);
        var text = File.ReadAllText(path);
        var node = JsonNode.Parse(text)!.AsObject();
        var seal = node[ManifestSeal.Name]!.DeepClone();
        node.Remove(ManifestSeal.Name);
        change(node);
        if (!seals)
        {
            node[ManifestSeal.Name] = seal;
        }

        var edited = node.ToJsonString(Indented) + "\n";
        File.WriteAllText(path, seals ? ManifestSeal.Seal(edited) : edited);
    }

    /// <summary>Edits the manifest and takes its seal away.</summary>
    public static void Unseal(string folder, Action<JsonObject> change)
    {
        Edit(folder, change, seals: true);
        var path = Path.Combine(folder, RunManifest.FileName);
        var node = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        node.Remove(ManifestSeal.Name);
        File.WriteAllText(path, node.ToJsonString(Indented) + "\n");
    }

    /// <summary>Every edit of one member: another number, another text, an entry more, less or exchanged, the member gone or null.</summary>
    public static IEnumerable<(string What, Action<JsonObject> Change)> Edits(JsonObject manifest)
    {
        foreach (var (name, value) in manifest.Where(m => m.Key != ManifestSeal.Name).ToArray())
        {
            yield return ($"{name} removed", m => m.Remove(name));
            if (value is not null)
            {
                yield return ($"{name} nulled", m => m[name] = null);
            }

            switch (value)
            {
                case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                    yield return ($"{name} longer", m => m[name] = text.GetValue<string>() + "x");
                    yield return ($"{name} emptied", m => m[name] = string.Empty);
                    break;
                case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                    yield return ($"{name} more", m => m[name] = number.GetValue<double>() + 1);
                    yield return ($"{name} impossible", m => m[name] = 2e9);
                    break;
                case JsonArray { Count: > 0 } array:
                    yield return ($"{name} shortened", m => m[name]!.AsArray().RemoveAt(0));
                    yield return ($"{name} doubled", m => m[name]!.AsArray().Add(array[0]?.DeepClone()));
                    break;
                case JsonObject { Count: > 0 } entries:
                    yield return ($"{name} without its first", m => m[name]!.AsObject().Remove(entries.First().Key));
                    yield return ($"{name} with one more", m => m[name]![$"{entries.First().Key}2"] = entries.First().Value!.DeepClone());
                    break;
            }
        }

        yield return ("a member more", m => m["more"] = 1);
    }

    /// <summary>Flips one bit of a file.</summary>
    public static void Flip(string path, long bit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = bit / 8;
        var value = file.ReadByte();
        file.Position = bit / 8;
        file.WriteByte((byte)(value ^ (1 << (int)(bit % 8))));
    }
}
