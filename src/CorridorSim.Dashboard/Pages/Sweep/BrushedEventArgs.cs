using Microsoft.AspNetCore.Components;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>A range that was drawn on an axis with the pointer.</summary>
public sealed class BrushedEventArgs : EventArgs
{
    /// <summary>Identifier of the axis.</summary>
    public string Axis { get; set; } = string.Empty;

    /// <summary>Lower end, 0 at the foot of the axis and 1 at its head.</summary>
    public double Lower { get; set; }

    /// <summary>Upper end; not above the lower one where the range is to go.</summary>
    public double Upper { get; set; }
}

/// <summary>Tells the markup of pages of the event.</summary>
[EventHandler("onbrushed", typeof(BrushedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
