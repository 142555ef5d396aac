using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests;

/// <summary>The documentation as a site: marked commands run, all others are ones that the program takes, links lead somewhere.</summary>
public sealed class DocumentationTests : IDisposable
{
    private const string Marked = "<!-- run by tests -->\n```bash\n(.*?)```";

    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-docs").FullName;

    public DocumentationTests() => Directory.CreateSymbolicLink(Path.Combine(_folder, "scenarios"), Repository.Scenarios);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("tutorial.md", 7)]
    [InlineData("how-to-install.md", 2)]
    public async Task The_commands_of_a_page_run_one_after_the_other(string page, int blocks)
    {
        var samples = Regex.Matches(await ReadAsync(page), Marked, RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(blocks, samples.Length);

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", string.Join('\n', samples)])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH") },
        })!;
        var error = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(shell.ExitCode == 0, $"{await error}{output}");
    }

    [Fact]
    public async Task Every_command_of_every_page_is_one_that_the_program_takes()
    {
        var (_, script, _) = await BuiltProgram.StartInAsync(_folder, "completion", "bash");
        var options = Regex.Matches(script, @"^    ([a-z-]+)\)\n      options='([^']*)'", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split(' ').ToHashSet());
        string[] wrong =
        [
            .. from page in Pages()
               from line in Commands(File.ReadAllText(page))
               let words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where words.Length > 1 && Regex.IsMatch(words[1], "^[a-z]+$")
               let unknown = options.TryGetValue(words[1], out var known) ? words.Select(w => w.Split('=')[0].Trim('[', ']')).Where(w => Regex.IsMatch(w, "^--[a-z]") && !known.Contains(w)) : [$"verb {words[1]}"]
               from what in unknown
               select $"{Path.GetFileName(page)}: {line.Trim()}: {what}",
        ];

        Assert.True(options.Count > 30);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_page_is_in_the_index_and_every_link_leads_somewhere()
    {
        var index = File.ReadAllText(Path.Combine(Docs, "README.md"));
        string[] missing =
        [
            .. Pages().Select(p => Path.GetRelativePath(Docs, p).Replace('\\', '/')).Where(p => p != "README.md" && !p.StartsWith("..", StringComparison.Ordinal) && !index.Contains($"({p})", StringComparison.Ordinal)),
        ];
        string[] broken =
        [
            .. from page in Pages()
               from Match link in Regex.Matches(File.ReadAllText(page), @"\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)")
               let target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)
               where !File.Exists(target) && !Directory.Exists(target)
               select $"{Path.GetFileName(page)}: {link.Groups[1].Value}",
        ];

        Assert.Empty(missing);
        Assert.Empty(broken);
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md")).Order(StringComparer.Ordinal);

    private static Task<string> ReadAsync(string page) => File.ReadAllTextAsync(Path.Combine(Docs, page), TestContext.Current.CancellationToken);

    /// <summary>Lines of blocks of code that begin with the program, with what continues them.</summary>
    private static IEnumerable<string> Commands(string page) => Regex.Matches(page, "^```[a-z]*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
        .SelectMany(m => m.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        .Select(l => l.Trim()).Where(l => Regex.IsMatch(l, @"^(\./)?corridorsim ")).Select(l => l.TrimStart('.', '/'));
}
