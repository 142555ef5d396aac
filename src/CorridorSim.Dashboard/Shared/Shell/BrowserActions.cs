using Microsoft.JSInterop;

namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>The few things that only a browser can do: save a file, copy a text. A reader who has left gets nothing, which is no error.</summary>
public sealed class BrowserActions(IJSRuntime script)
{
    /// <summary>Saves a text as file.</summary>
    public Task SaveAsync(string name, string type, string text) => DoAsync("corridorsim.save", name, type, text);

    /// <summary>Puts a text on the clipboard.</summary>
    /// <returns>False when the browser refuses.</returns>
    public async Task<bool> CopyAsync(string text)
    {
        try
        {
            return await script.InvokeAsync<bool>("corridorsim.copy", text);
        }
        catch (JSDisconnectedException)
        {
            return false;
        }
    }

    /// <summary>Gives a chart that is drawn new values.</summary>
    /// <param name="id">Identifier of its element.</param>
    /// <param name="values">Values of each trace, in order.</param>
    /// <returns>False when it is not drawn yet, or has other traces; true also when the reader has left.</returns>
    public async Task<bool> RedrawAsync(string id, double?[][] values)
    {
        try
        {
            return await script.InvokeAsync<bool>("corridorsim.redraw", id, values);
        }
        catch (Exception error) when (error is JSDisconnectedException or OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Saves a chart as picture.</summary>
    /// <param name="id">Identifier of its element.</param>
    /// <param name="format">png or svg.</param>
    /// <param name="name">Name of the file without ending.</param>
    /// <param name="title">Title to write above it.</param>
    /// <param name="note">Line to write below the title.</param>
    /// <param name="source">Where it comes from and how it is made again, to write below the picture.</param>
    public Task SaveChartAsync(string id, string format, string name, string title, string note, string source) =>
        DoAsync("corridorsim.saveChart", id, format, name, title, note, source);

    /// <summary>Saves a drawing of this project as SVG.</summary>
    public Task SaveDrawingAsync(string id, string format, string name) => DoAsync("corridorsim.saveDrawing", id, format, name);

    /// <summary>Opens a page of this program beside this one and prints it; the browser offers a PDF as well.</summary>
    public Task PrintAsync(string address) => DoAsync("corridorsim.print", address);

    private async Task DoAsync(string action, params object[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(action, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The reader has left between the click and its effect.
        }
    }
}
