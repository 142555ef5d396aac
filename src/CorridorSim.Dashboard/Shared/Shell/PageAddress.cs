using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>
/// The choices of a page in its address, one for all parts of the page. The browser tells a change of address with delay; a choice made in between builds on
/// the address that is on its way, so that none is lost.
/// </summary>
internal sealed class PageAddress : IDisposable
{
    /// <summary>How the names of choices begin that only a figure itself asks for.</summary>
    public const string ViewPrefix = "view-";

    private readonly NavigationManager _navigation;
    private string? _onItsWay;
    private int _unconfirmed;

    /// <summary>Begins with the address that stands.</summary>
    public PageAddress(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += Note;
    }

    /// <summary>The address with every choice made so far.</summary>
    public string Current => _onItsWay ?? _navigation.Uri;

    /// <summary>Sets some choices and keeps the others.</summary>
    /// <param name="choices">Values by name; null leaves a choice out.</param>
    /// <param name="replaces">True when the way back should not lead to the choice before.</param>
    public void Change(IReadOnlyDictionary<string, object?> choices, bool replaces)
    {
        _onItsWay = _navigation.GetUriWithQueryParameters(Current, choices);
        _unconfirmed++;
        _navigation.NavigateTo(_onItsWay, replace: replaces);
    }

    /// <inheritdoc/>
    public void Dispose() => _navigation.LocationChanged -= Note;

    /// <summary>Whether two addresses ask for the same but for views of figures.</summary>
    public static bool DifferInViewsOnly(string one, string other) => one != other && WithoutViews(one) == WithoutViews(other);

    private static string WithoutViews(string address)
    {
        var parts = address.Split('?', 2);
        var choices = parts.Length == 1 ? [] : parts[1].Split('&').Where(c => c.Length > 0 && !c.StartsWith(ViewPrefix, StringComparison.Ordinal));
        return string.Join('&', choices.Prepend(parts[0]));
    }

    private void Note(object? sender, LocationChangedEventArgs change)
    {
        _unconfirmed--;
        if (_unconfirmed <= 0 || change.IsNavigationIntercepted || change.Location == _onItsWay || PathOf(change.Location) != PathOf(_onItsWay))
        {
            (_onItsWay, _unconfirmed) = (null, 0);
        }
    }

    // What was chosen on one page is nothing that another asks for.
    private static string? PathOf(string? address) => address?.Split('?')[0];
}
