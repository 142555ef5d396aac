using System.Globalization;
using CorridorSim.Runs.Running;

namespace CorridorSim.Cli.Verbs;

/// <summary>Tells on standard error how far a run is.</summary>
internal sealed class TerminalProgress(bool quiet) : IProgress<RunProgress>, IDisposable
{
    private readonly bool _rewrites = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private bool _open;

    public void Report(RunProgress value)
    {
        if (quiet)
        {
            return;
        }

        var left = value.Left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:F0} s left") : string.Empty;
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.LanesDone} of {value.Lanes} lanes{left}");
        lock (_lock)
        {
            Console.Error.Write(_rewrites ? $"\r{line,-60}" : line + "\n");
            _open = _rewrites;
        }
    }

    public void Dispose()
    {
        if (_open)
        {
            Console.Error.Write("\r" + new string(' ', 60) + "\r");
            _open = false;
        }
    }
}
