namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>
/// What a page shows and keeps in its address. The browser confirms each address a moment after it was told, and by then the page may show
/// something newer, which an old address must not take back.
/// </summary>
public sealed class AddressedState
{
    private readonly HashSet<string> _told = [];

    /// <summary>What the page shows; null before anything.</summary>
    public string? Shown { get; private set; }

    /// <summary>The page shows something newer, which is not in the address yet.</summary>
    public void Show(string state) => Shown = state;

    /// <summary>The page puts something it shows, or has shown, into the address.</summary>
    public void Tell(string state) => _told.Add(state);

    /// <summary>Whether what stands in the address is new to the page, which shows it from now on.</summary>
    public bool Takes(string state)
    {
        if (state != Shown && _told.Remove(state))
        {
            return false;
        }

        _told.Clear();
        var isNew = state != Shown;
        Shown = state;
        return isNew;
    }
}
