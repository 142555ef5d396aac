using System.Globalization;
using CorridorSim.Runs.Running;

namespace CorridorSim.Cli.Terminal;

/// <summary>
/// Tells on standard error how far a run is: on a terminal one line that is written over, elsewhere a line at the start, one for
/// each block that ends and one every ten seconds.
/// </summary>
internal sealed class TerminalProgress(bool quiet) : IProgress<RunProgress>, IDisposable
{
    private const int Width = 70;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly bool _rewrites = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private RunProgress? _last;
    private bool _open;

    public void Report(RunProgress value)
    {
        if (quiet)
        {
            return;
        }

        lock (_lock)
        {
            if (_rewrites)
            {
                Standard.Rewrite($"{Words(value),-Width}");
                _open = true;
            }
            else if (_last is not { } last || value.LanesDone != last.LanesDone || value.Elapsed - last.Elapsed >= Pause)
            {
                Console.Error.WriteLine(Words(value));
                _last = value;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_open)
            {
                Standard.Rewrite(new string(' ', Width));
                Standard.Rewrite(string.Empty);
                _open = false;
            }
        }
    }

    private static string Words(RunProgress value)
    {
        var months = value.Months > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value.MonthsDone)} of {value.Months} months, ") : string.Empty;
        var left = value.Left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:F0} s left") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{months}{value.LanesDone} of {value.Lanes} simulations done{left}");
    }
}

/// <summary>Tells on standard error, line by line, what a long verb does.</summary>
/// <param name="quiet">True to say nothing.</param>
/// <param name="words">What is said of a stage.</param>
internal sealed class StageProgress<T>(bool quiet, Func<T, string> words) : IProgress<T>
{
    public void Report(T value)
    {
        if (!quiet)
        {
            Console.Error.WriteLine(words(value));
        }
    }
}
