using Microsoft.AspNetCore.Components;

namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>What all pages share: loading with an honest error, and a mark for when the first picture stands.</summary>
public abstract class PageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly SemaphoreSlim _turn = new(1);
    private int _asked;
    private bool _isLoading;
    private string? _shownAt;

    /// <summary>Begins a page.</summary>
    protected PageBase() => Left = _left.Token;

    /// <summary>True once everything was loaded and drawn.</summary>
    protected bool IsReady { get; private set; }

    /// <summary>What went wrong while loading, in words; null when nothing did.</summary>
    protected string? Failure { get; private set; }

    /// <summary>What of the address could not be taken over as it stands.</summary>
    protected IReadOnlyList<string> Unheeded { get; private set; } = [];

    /// <summary>How far the load is.</summary>
    protected LoadStage Stage { get; } = new();

    /// <summary>Signalled when the reader leaves the page.</summary>
    protected CancellationToken Left { get; }

    /// <summary>Moves to other pages.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private PageAddress Address { get; set; } = default!;

    /// <summary>Nothing is loaded anew because a figure shows another of its views.</summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var before = _shownAt;
        _shownAt = Navigation.Uri;
        return before is not null && PageAddress.DifferInViewsOnly(before, _shownAt) ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }

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

    /// <summary>Puts a choice into the address of the page; empty takes it out.</summary>
    protected void Choose(string name, string? value, bool replaces = false) =>
        Choose(new Dictionary<string, object?> { [name] = string.IsNullOrEmpty(value) ? null : value }, replaces);

    /// <summary>Puts choices into the address of the page and keeps the others.</summary>
    /// <param name="choices">Values by name; null leaves a choice out.</param>
    /// <param name="replaces">True when the way back should not lead to the choice before.</param>
    protected void Choose(IReadOnlyDictionary<string, object?> choices, bool replaces = false) =>
        Address.Change(choices, replaces);

    /// <summary>
    /// Loads off the page's own thread, so that the page stays alive, and keeps what went wrong. One load is at work at a
    /// time, and one that a newer has overtaken before its turn is left out.
    /// </summary>
    protected async Task LoadAsync(Func<Task> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var number = ++_asked;
        try
        {
            // What stands is drawn before the load begins to change it.
            await Task.Yield();
            await _turn.WaitAsync(Left);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            if (number == _asked)
            {
                _isLoading = true;
                Failure = null;
                await Task.Run(load, Left);
                IsReady = true;
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            (Failure, IsReady) = (Failures.Words(error), true);
        }
        finally
        {
            _isLoading = false;
            _turn.Release();
        }
    }

    /// <summary>Says of choices in the address that are none of those that there are what is shown instead.</summary>
    /// <param name="choices">Name in the address, what it asks for, and what is shown; null where it is passed over.</param>
    protected void Heed(params ReadOnlySpan<(string Name, string? Asked, string? Shown)> choices)
    {
        var lines = new List<string>();
        foreach (var (name, asked, shown) in choices)
        {
            if (asked is { Length: > 0 } && asked != shown)
            {
                lines.Add($"The address asks for {name} '{asked}', which there is not; {(shown is { Length: > 0 } ? $"{shown} is shown" : "it is passed over")}.");
            }
        }

        Unheeded = lines;
    }

    /// <summary>No picture is drawn of a page that is half loaded.</summary>
    protected override bool ShouldRender() => !_isLoading;

    /// <summary>Loads what takes no waiting.</summary>
    protected Task LoadAsync(Action load) => LoadAsync(() =>
    {
        load();
        return Task.CompletedTask;
    });

    /// <summary>Marks the page as changing until the next load is done.</summary>
    protected void Unready() => IsReady = false;
}
