namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>A copy of the example under another identifier, as another program would write it; removed at the end.</summary>
internal sealed class CopiedRun : IDisposable
{
    public CopiedRun(DashboardServer server, string id, Func<string, string>? changeManifest = null)
    {
        (Id, Folder) = (id, Path.Combine(server.RunsFolder, id));
        var aside = Path.Combine(server.RunsFolder, $".tmp-{id}");
        var source = Path.Combine(server.RunsFolder, server.ExampleRun);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(aside, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var manifest = Path.Combine(aside, "manifest.json");
        File.WriteAllText(manifest, ManifestText.Change(File.ReadAllText(manifest), text =>
        {
            var named = text.Replace(server.ExampleRun, id, StringComparison.Ordinal);
            return changeManifest?.Invoke(named) ?? named;
        }));
        Directory.Move(aside, Folder);
    }

    public string Id { get; }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
