namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>Collects lines from any thread and waits for one.</summary>
internal sealed class Notices
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>How many lines contain a text.</summary>
    public int Count(string text)
    {
        lock (_lock)
        {
            return _lines.Count(l => l.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until a number of lines contain a text.</summary>
    public async Task UntilAsync(string text, int times)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Count(l => l.Contains(text, StringComparison.Ordinal)) >= times)
                {
                    return;
                }

                more = _more.Task;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
