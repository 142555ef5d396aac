using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>A worker under watch: whether it still answers, and whether its card still stands in the registry.</summary>
internal sealed class WatchedWorker(WorkerLink link)
{
    private const int RefusalsToBeLost = 2;

    private readonly Stopwatch _sinceFelt = Stopwatch.StartNew();
    private int _refusals;

    public WorkerLink Link { get; } = link;

    public Task Asking { get; set; } = Task.CompletedTask;

    public bool HasCard { get; set; } = true;

    /// <summary>Takes a pulse into account; true when the worker is to be given up.</summary>
    public bool Note(Pulse pulse, TimeSpan patience)
    {
        if (pulse == Pulse.Felt)
        {
            _sinceFelt.Restart();
            _refusals = 0;
            return false;
        }

        _refusals = pulse == Pulse.Refused ? _refusals + 1 : 0;
        return _refusals >= RefusalsToBeLost || _sinceFelt.Elapsed > patience;
    }
}
