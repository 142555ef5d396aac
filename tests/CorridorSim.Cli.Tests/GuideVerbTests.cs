using System.Diagnostics;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>Completions, the page of the manual and the doctor: made from the same help, and read by the programs that they are for.</summary>
public sealed class GuideVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-guides").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("ru", "run")]
    [InlineData("verdicts --che", "--check")]
    [InlineData("sensitivity latest --method mo", "morris")]
    [InlineData("completion fi", "fish")]
    [InlineData("validate sc", "scenarios")]
    public async Task Bash_completes_verbs_options_words_and_files(string typed, string expected)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        var script = $"source {await ScriptAsync("bash")}; COMP_WORDS=(corridorsim {typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _corridorsim; echo \"${{COMPREPLY[*]}}\"";

        Assert.Equal(expected, (await ShellAsync("bash", "-c", script)).Trim());
    }

    [Theory]
    [InlineData("zsh", "-n")]
    [InlineData("fish", "--no-execute")]
    public async Task Other_shells_that_are_here_read_their_script_and_its_words_are_those_of_the_help(string shell, string check)
    {
        var file = await ScriptAsync(shell);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (IsHere(shell))
        {
            _ = await ShellAsync(shell, check, file);
        }

        if (shell == "fish" && IsHere(shell))
        {
            Assert.Equal("--check", (await ShellAsync("fish", "--no-config", "-c", $"source {file}; complete -C 'corridorsim verdicts --che'")).Split('\t')[0]);
        }

        Assert.Contains("morris pawn sobol", string.Join(' ', text.Split('\'', '(', ')').Where(t => t.StartsWith("morris", StringComparison.Ordinal)).Select(t => string.Join(' ', t.Split(' ').Order()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerShell_has_every_verb_with_its_options()
    {
        var text = await File.ReadAllTextAsync(await ScriptAsync("pwsh"), TestContext.Current.CancellationToken);

        Assert.Contains("Register-ArgumentCompleter -Native -CommandName corridorsim", text, StringComparison.Ordinal);
        Assert.Matches(@"'verdicts' = @\(.*'--check'.*\)", text);
        Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
    }

    [Fact]
    public async Task The_page_of_the_manual_has_every_verb_and_no_warning()
    {
        using var program = new BuiltProgram();
        var (code, page, error) = await program.StartAsync("man");
        var file = Path.Combine(_folder, "corridorsim.1");
        await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        var help = (await program.StartAsync("--help")).Out;

        Assert.True(code == 0, error);
        Assert.All(
            help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]),
            verb => Assert.Contains($"\n.SS {verb}", page, StringComparison.Ordinal));
        if (IsHere("groff"))
        {
            Assert.Contains("EXIT STATUS", await ShellAsync("groff", "-man", "-Tascii", "-ww", "-P-cbou", file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_doctor_says_where_everything_is()
    {
        using var program = new BuiltProgram();
        var (code, output, error) = await program.StartAsync("doctor", "--runs", program.Runs, "--json");
        var (broken, refused, _) = await program.StartAsync("doctor", "--runs", "/proc");

        Assert.True(code == 0, error + output);
        var findings = JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().ToDictionary(f => f.GetProperty("what").GetString()!, f => f.GetProperty("words").GetString()!);
        Assert.Matches("vectors of (64|128|256|512) bits", findings["processor"]);
        Assert.Contains("worlds americas", findings["scenarios"], StringComparison.Ordinal);
        Assert.StartsWith("DuckDB v", findings["tables"], StringComparison.Ordinal);
        Assert.Contains("0 runs", findings["runs"], StringComparison.Ordinal);
        Assert.Equal(5, broken);
        Assert.Contains("choose another folder with --runs", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_file_keeps_the_rules_and_one_that_does_not_is_refused()
    {
        var root = Repository.Root;
        var check = Path.Combine(root, "packaging", "check-container.sh");
        var spoilt = Path.Combine(_folder, "Containerfile");
        await File.WriteAllTextAsync(spoilt, (await File.ReadAllTextAsync(Path.Combine(root, "packaging", "Containerfile"), TestContext.Current.CancellationToken)).Replace("USER corridorsim\n", string.Empty, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Empty(await ShellAsync("sh", check, Path.Combine(root, "packaging", "Containerfile")));
        using var refused = Process.Start(new ProcessStartInfo("sh", [check, spoilt]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.Contains("end as a user of its own", await refused.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<string> ScriptAsync(string shell)
    {
        var file = Path.Combine(_folder, $"completion.{shell}");
        var (code, text, error) = await BuiltProgram.StartInAsync(_folder, "completion", shell);
        Assert.True(code == 0, error);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }

    private static bool IsHere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(f => File.Exists(Path.Combine(f, program)));

    /// <summary>What a program prints that must end well and say nothing on standard error.</summary>
    private async Task<string> ShellAsync(string program, params string[] arguments)
    {
        using var shell = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0 && (await error).Length == 0, $"{program} {string.Join(' ', arguments)}: {await error}{output}");
        return output;
    }
}
