using Microsoft.JSInterop;

namespace CorridorSim.Dashboard.Components;

/// <summary>The few things that only a browser can do: save a file, copy a text.</summary>
public sealed class BrowserActions(IJSRuntime script)
{
    /// <summary>Saves a text as file.</summary>
    public ValueTask SaveAsync(string name, string type, string text) => script.InvokeVoidAsync("corridorsim.save", name, type, text);

    /// <summary>Puts a text on the clipboard.</summary>
    /// <returns>False when the browser refuses.</returns>
    public ValueTask<bool> CopyAsync(string text) => script.InvokeAsync<bool>("corridorsim.copy", text);

    /// <summary>Saves a chart as picture.</summary>
    /// <param name="id">Identifier of its element.</param>
    /// <param name="format">png or svg.</param>
    /// <param name="name">Name of the file without ending.</param>
    /// <param name="title">Title to write above it.</param>
    /// <param name="note">Line to write below the title.</param>
    public ValueTask SaveChartAsync(string id, string format, string name, string title, string note) =>
        script.InvokeVoidAsync("corridorsim.saveChart", id, format, name, title, note);

    /// <summary>Saves a drawing of this project as SVG.</summary>
    public ValueTask SaveDrawingAsync(string id, string format, string name) => script.InvokeVoidAsync("corridorsim.saveDrawing", id, format, name);
}
