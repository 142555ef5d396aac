using Microsoft.AspNetCore.Components;

namespace CorridorSim.Dashboard.Components;

/// <summary>What all pages share: loading with an honest error, and a mark for when the first picture stands.</summary>
public abstract class PageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>True once everything was loaded and drawn.</summary>
    protected bool IsReady { get; private set; }

    /// <summary>What went wrong while loading, in words; null when nothing did.</summary>
    protected string? Failure { get; private set; }

    /// <summary>Signalled when the reader leaves the page.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>Moves to other pages.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the page began.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _left.Cancel();
            _left.Dispose();
        }
    }

    /// <summary>Loads off the page's own thread, so that the page stays alive, and keeps what went wrong.</summary>
    protected async Task LoadAsync(Func<Task> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        Failure = null;
        try
        {
            await Task.Run(load, Left);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            Failure = Failures.Words(error);
        }

        IsReady = true;
    }

    /// <summary>Loads what takes no waiting.</summary>
    protected Task LoadAsync(Action load) => LoadAsync(() =>
    {
        load();
        return Task.CompletedTask;
    });

    /// <summary>Marks the page as changing until the next load is done.</summary>
    protected void Unready() => IsReady = false;
}
