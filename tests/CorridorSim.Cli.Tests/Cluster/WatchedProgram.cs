using System.Diagnostics;
using System.Globalization;

namespace CorridorSim.Cli.Tests.Cluster;

/// <summary>The built program at work: what it says is heard line by line, and it can be paused, continued and killed.</summary>
internal sealed class WatchedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _hearing;
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _silent;

    private WatchedProgram(Process process)
    {
        _process = process;
        _hearing = HearAsync();
    }

    /// <summary>Number of its process.</summary>
    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Everything it has said.</summary>
    public string Words
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public static WatchedProgram Start(params string[] arguments) => new(BuiltProgram.Begin(arguments));

    public static WatchedProgram StartWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new(BuiltProgram.BeginWith(environment, arguments));

    /// <summary>How many lines it has said that contain a text.</summary>
    public int Count(string text)
    {
        lock (_lock)
        {
            return _lines.Count(l => l.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until it has said a number of lines that contain a text.</summary>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public Task UntilAsync(string text, int times = 1) => UntilAsync(l => l.Contains(text, StringComparison.Ordinal), text, times);

    /// <summary>Waits until a sweep has its first block.</summary>
    public Task UntilFirstBlockAsync() =>
        UntilAsync(l => l.EndsWith("left", StringComparison.Ordinal) && l.Contains(" simulations done", StringComparison.Ordinal) && !l.Contains(" 0 of ", StringComparison.Ordinal), "a first block", 1);

    /// <summary>Waits for its end and tells the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _hearing.WaitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Stops it where it stands (SIGSTOP).</summary>
    public void Pause() => Signal("-STOP");

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Continue() => Signal("-CONT");

    /// <summary>Ends it without notice (SIGKILL), paused or not.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _hearing;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task UntilAsync(Predicate<string> isIt, string what, int times)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Count(l => isIt(l)) >= times)
                {
                    return;
                }

                if (_silent)
                {
                    throw new InvalidOperationException($"The program ended before it said '{what}':\n{string.Join('\n', _lines)}");
                }

                more = _more.Task;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task HearAsync()
    {
        await Task.WhenAll(HearAsync(_process.StandardOutput), HearAsync(_process.StandardError));
        Tell(() => _silent = true);
    }

    private async Task HearAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            Tell(() => _lines.Add(line));
        }
    }

    private void Tell(Action change)
    {
        lock (_lock)
        {
            change();
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
