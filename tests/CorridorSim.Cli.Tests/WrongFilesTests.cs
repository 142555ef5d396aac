using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>The files of tests/wrong-files, beside a copy of the Americas world, and worlds with wrong cells.</summary>
public sealed class WrongFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    public WrongFilesTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "wrong-files"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        CopyWorld("americas");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(_folder, true);
        File.Delete(_folder + "-outside.yaml");
    }

    [Fact]
    public async Task Each_wrong_file_gets_its_place_cause_and_exit_code_and_nothing_is_written()
    {
        MakeHugeLinkedAndWorldly();
        var expected = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "wrong-files", "expected.tsv"), TestContext.Current.CancellationToken))
            .Select(l => l.Split('\t')).Select(c => (File: c[0], Place: c[1], Cause: c[2]))
            .Append((File: "ten-megabytes.yaml", Place: "1:1", Cause: "at most 1000000"))
            .Append((File: "through-a-link.yaml", Place: "1:10", Cause: "outside the folder"))
            .ToArray();
        string[] files = [.. Directory.GetFiles(_folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        var before = Everything();

        var (code, output, _) = await BuiltProgram.StartInAsync(_folder, ["validate", "--json", .. files]);

        Assert.Equal(3, code);
        var messages = JsonDocument.Parse(output).RootElement.GetProperty("messages").EnumerateArray().Select(Message).ToArray();
        string[] missed = [.. expected.Where(e => !messages.Any(m => m.StartsWith($"{e.File}:{e.Place}", StringComparison.Ordinal) && m.Contains(e.Cause, StringComparison.Ordinal))).Select(e => $"{e.File}:{e.Place}: {e.Cause}")];
        Assert.Empty(missed);
        Assert.True(expected.Length >= 60);
        Assert.Contains(messages, m => m.Contains("broken/legs.csv:2:", StringComparison.Ordinal) && m.Contains("six", StringComparison.Ordinal));
        Assert.Contains(messages, m => m.Contains("broken/channels.csv:3:", StringComparison.Ordinal) && m.Contains("-6473", StringComparison.Ordinal));
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("alias-bomb.yaml")]
    [InlineData("ten-thousand-years.yaml")]
    public async Task Running_a_wrong_file_ends_with_3_and_makes_no_run_store(string file)
    {
        var (code, output, error) = await BuiltProgram.StartInAsync(_folder, "run", file);

        Assert.Equal((3, string.Empty), (code, output));
        Assert.StartsWith($"{file}:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "runs")));
    }

    private static string Message(JsonElement m) =>
        $"{m.GetProperty("file").GetString()}:{m.GetProperty("line").GetInt32()}:{m.GetProperty("column").GetInt32()}: {m.GetProperty("message").GetString()}";

    private void MakeHugeLinkedAndWorldly()
    {
        File.WriteAllText(Path.Combine(_folder, "ten-megabytes.yaml"), new string('x', 10_000_000));
        File.WriteAllText(_folder + "-outside.yaml", "corridorsim: 1\n");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.yaml"), _folder + "-outside.yaml");
        File.WriteAllText(Path.Combine(_folder, "through-a-link.yaml"), "extends: link.yaml\n");
        CopyWorld("broken");
        Replace("legs.csv", "COL-coast,PAN-darien,6.0,", "COL-coast,PAN-darien,six,");
        Replace("channels.csv", ",6473,", ",-6473,");
        File.WriteAllText(
            Path.Combine(_folder, "broken-world.yaml"), "corridorsim: 1\nid: a\nworld: worlds/broken\nhorizon: { from: 2021-01, to: 2021-12 }\n");
    }

    private void Replace(string table, string right, string wrong)
    {
        var path = Path.Combine(_folder, "worlds", "broken", table);
        var text = File.ReadAllText(path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
    }

    private void CopyWorld(string name)
    {
        var world = Directory.CreateDirectory(Path.Combine(_folder, "worlds", name)).FullName;
        foreach (var table in Directory.GetFiles(Path.Combine(Repository.Scenarios, "worlds", "americas")))
        {
            File.Copy(table, Path.Combine(world, Path.GetFileName(table)));
        }
    }

    private string[] Everything() =>
        [.. Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O}").Order(StringComparer.Ordinal)];
}
