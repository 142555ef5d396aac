namespace CorridorSim.Dashboard.Shared.Parts;

/// <summary>
/// The text of a search box. What is typed goes to the address of the page and comes back from there later, when more may have
/// been typed: an older text never replaces a newer one. Any other text, as of a link or of the way back, is taken over.
/// </summary>
public sealed class TypedText
{
    private readonly List<string> _onTheirWay = [];
    private string _received = string.Empty;

    /// <summary>What stands in the box.</summary>
    public string Shown { get; private set; } = string.Empty;

    /// <summary>Takes what is typed.</summary>
    public void Type(string? text)
    {
        Shown = text ?? string.Empty;
        _onTheirWay.Add(Shown);
    }

    /// <summary>Takes what the page says is searched for.</summary>
    public void Receive(string? text)
    {
        var received = text ?? string.Empty;
        if (received == _received)
        {
            return;
        }

        _received = received;
        var place = _onTheirWay.IndexOf(received);
        _onTheirWay.RemoveRange(0, place < 0 ? _onTheirWay.Count : place + 1);
        if (place < 0)
        {
            Shown = received;
        }
    }
}
