using Microsoft.JSInterop;
using Plotly.Blazor;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>
/// A chart of the library that is given up at once. The library's own waits, when it is disposed of, for the answer to what it
/// asked of the browser last; when the reader has left meanwhile, that answer never comes, and neither would the end of the page.
/// </summary>
public sealed class ChartCanvas : PlotlyChart, IAsyncDisposable
{
    ValueTask IAsyncDisposable.DisposeAsync()
    {
        _ = ClearAsync();
        return ValueTask.CompletedTask;
    }

    private async Task ClearAsync()
    {
        try
        {
            await DisposeAsync();
        }
        catch (Exception error) when (error is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody looks at it any more.
        }
    }
}
