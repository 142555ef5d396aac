using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>
/// The choices of a page in its address. The browser tells a change of address with delay; a choice made in between builds on
/// the address that is on its way, so that none is lost.
/// </summary>
internal sealed class PageAddress : IDisposable
{
    private readonly NavigationManager _navigation;
    private string? _onItsWay;
    private int _unconfirmed;

    /// <summary>Begins with the address that stands.</summary>
    public PageAddress(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += Note;
    }

    /// <summary>Sets some choices and keeps the others.</summary>
    /// <param name="choices">Values by name; null leaves a choice out.</param>
    /// <param name="replaces">True when the way back should not lead to the choice before.</param>
    public void Change(IReadOnlyDictionary<string, object?> choices, bool replaces)
    {
        _onItsWay = _navigation.GetUriWithQueryParameters(_onItsWay ?? _navigation.Uri, choices);
        _unconfirmed++;
        _navigation.NavigateTo(_onItsWay, replace: replaces);
    }

    /// <inheritdoc/>
    public void Dispose() => _navigation.LocationChanged -= Note;

    private void Note(object? sender, LocationChangedEventArgs change)
    {
        _unconfirmed--;
        if (_unconfirmed <= 0 || change.IsNavigationIntercepted || change.Location == _onItsWay)
        {
            (_onItsWay, _unconfirmed) = (null, 0);
        }
    }
}
