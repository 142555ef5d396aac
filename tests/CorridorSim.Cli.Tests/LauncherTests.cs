using System.Diagnostics;
using System.Runtime.Versioning;

namespace CorridorSim.Cli.Tests;

/// <summary>
/// The launcher of a clone in a made-up tree, with an SDK that only notes what it is asked for, and with no more programs than a plain
/// system has.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    private const string Sdk = """
        #!/bin/sh
        echo "$1" >>"$LAUNCHER_LOG"
        program=src/CorridorSim.Cli/bin/Release/net10.0/corridorsim
        case $1 in
          build)
            mkdir -p "${program%/*}"
            printf '#!/bin/sh\necho "ran $*"\n' >"$program"
            echo plain >"${program%/*}/part.dll"
            chmod +x "$program" ;;
          publish)
            while [ "$1" != -o ]; do shift; done
            mkdir -p "$2"
            echo ahead >"$2/part.dll" ;;
        esac
        """;

    private static readonly string[] Plain = ["sh", "find", "head", "dirname", "readlink", "cat", "mkdir", "rm", "mv", "touch", "kill", "sleep", "grep", "sort", "chmod", "ln"];

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim launcher").FullName;

    public LauncherTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "programs"));
        Directory.CreateDirectory(Path.Combine(_folder, "tree", "src", "CorridorSim.Cli"));
        File.Copy(Path.Combine(Repository.Root, "corridorsim"), Launcher);
        File.WriteAllText(Source, "source");
        File.WriteAllText(Path.Combine(_folder, "programs", "dotnet"), Sdk.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(Path.Combine(_folder, "programs", "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var program in Plain)
        {
            var path = new[] { "/usr/bin", "/bin" }.Select(f => Path.Combine(f, program)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(_folder, "programs", program), path);
        }
    }

    private string Launcher => Path.Combine(_folder, "tree", "corridorsim");

    private string Source => Path.Combine(_folder, "tree", "src", "CorridorSim.Cli", "Program.cs");

    private string Output => Path.Combine(_folder, "tree", "src", "CorridorSim.Cli", "bin", "Release", "net10.0");

    private string Lock => Path.Combine(Obj, "corridorsim.lock");

    private string Obj => Path.Combine(_folder, "tree", "src", "CorridorSim.Cli", "obj");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task The_first_start_builds_plainly_says_so_and_runs_the_next_ones_do_not_build()
    {
        var (first, said) = await StartAsync(Launcher, "run", "a b");
        var (second, nothing) = await StartAsync(Launcher, "list");
        await File.WriteAllTextAsync(Source, "changed", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Source, DateTime.UtcNow.AddMinutes(1));
        var (third, again) = await StartAsync(Launcher, "list");

        Assert.Equal(("ran run a b", "ran list", "ran list"), (first.Trim(), second.Trim(), third.Trim()));
        Assert.Contains("building (once, about a minute); the result follows", said, StringComparison.Ordinal);
        Assert.Empty(nothing);
        Assert.Contains("building", again, StringComparison.Ordinal);
        Assert.Equal(["build", "build"], await AskedAsync());
    }

    [Fact]
    public async Task Two_that_start_at_once_build_once()
    {
        var ends = await Task.WhenAll(StartAsync(Launcher, "one"), StartAsync(Launcher, "two"));

        Assert.Equal(["ran one", "ran two"], ends.Select(e => e.Out.Trim()));
        Assert.Equal(["build"], await AskedAsync());
    }

    [Fact]
    public async Task A_link_to_it_works()
    {
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, Path.Combine("tree", "corridorsim"));

        Assert.Equal("ran list", (await StartAsync(link, "list")).Out.Trim());
        Assert.False(Path.Exists(Lock));
    }

    [Fact]
    public async Task A_lock_of_a_process_that_has_gone_is_taken_over()
    {
        Directory.CreateDirectory(Obj);
        using (var gone = Process.Start("/bin/true"))
        {
            await gone.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.CreateSymbolicLink(Lock, $"{gone.Id}");
        }

        Assert.Equal("ran list", (await StartAsync(Launcher, "list")).Out.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(Obj, "*.lock*"));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("folder with a name")]
    [InlineData("file")]
    public async Task What_lies_in_the_place_of_the_lock_and_names_no_holder_is_taken_over(string what)
    {
        Directory.CreateDirectory(what == "file" ? Obj : Lock);
        if (what != "folder")
        {
            await File.WriteAllTextAsync(what == "file" ? Lock : Path.Combine(Lock, "pid"), string.Empty, TestContext.Current.CancellationToken);
        }

        Assert.Equal("ran list", (await StartAsync(Launcher, "list")).Out.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(Obj, "*.lock*"));
    }

    [Fact]
    public async Task A_lock_of_a_process_that_is_there_is_waited_for()
    {
        Directory.CreateDirectory(Obj);
        using var holder = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "read line"]) { RedirectStandardInput = true })!;
        File.CreateSymbolicLink(Lock, $"{holder.Id}");

        var (output, said) = await StartAsync(Launcher, ["list"], precompiles: false, Release);

        Assert.Equal("ran list", output.Trim());
        Assert.StartsWith("corridorsim: waiting for another build of the same folder...", said, StringComparison.Ordinal);
        Assert.Equal(["build"], await AskedAsync());
    }

    [Fact]
    public async Task Behind_the_second_start_code_is_made_ahead_of_time_and_put_in_place_whole()
    {
        _ = await StartAsync(Launcher, "one");
        // The lock goes last.
        using var watcher = new FileSystemWatcher(Obj, "corridorsim.lock") { NotifyFilter = NotifyFilters.FileName };
        var made = new TaskCompletionSource();
        watcher.Deleted += (_, _) => made.TrySetResult();
        watcher.EnableRaisingEvents = true;

        var (_, said) = await StartAsync(Launcher, "two", precompiles: true);
        await made.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("making later starts quicker behind this one", said, StringComparison.Ordinal);
        Assert.Equal("ahead", (await File.ReadAllTextAsync(Path.Combine(Output, "part.dll"), TestContext.Current.CancellationToken)).Trim());
        Assert.Equal(["build", "publish"], await AskedAsync());
    }

    private async Task<string[]> AskedAsync() => await File.ReadAllLinesAsync(Path.Combine(_folder, "log"), TestContext.Current.CancellationToken);

    private Task<(string Out, string Error)> StartAsync(string launcher, params string[] arguments) => StartAsync(launcher, arguments, precompiles: false);

    private Task<(string Out, string Error)> StartAsync(string launcher, string argument, bool precompiles) => StartAsync(launcher, [argument], precompiles);

    /// <summary>What somebody does who has built, once another says that it waits.</summary>
    private void Release(string said)
    {
        if (said.Contains("waiting for another build", StringComparison.Ordinal))
        {
            File.Delete(Lock);
        }
    }

    private async Task<(string Out, string Error)> StartAsync(string launcher, string[] arguments, bool precompiles, Action<string>? heard = null)
    {
        var start = new ProcessStartInfo(launcher, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Path.Combine(_folder, "programs");
        start.Environment["LAUNCHER_LOG"] = Path.Combine(_folder, "log");
        start.Environment["CORRIDORSIM_PRECOMPILE"] = precompiles ? "yes" : "no";
        using var process = Process.Start(start)!;
        var error = ListenAsync(process.StandardError, heard);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return (output, await error);
    }

    private static async Task<string> ListenAsync(StreamReader reader, Action<string>? heard)
    {
        var all = string.Empty;
        while (await reader.ReadLineAsync() is { } line)
        {
            all += line + "\n";
            heard?.Invoke(line);
        }

        return all;
    }
}
