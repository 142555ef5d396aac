namespace CorridorSim.Dashboard.Shared.Shell;

/// <summary>How far the load of a page is, in words; told from any thread.</summary>
public sealed class LoadStage
{
    /// <summary>Raised, on any thread, when the words change.</summary>
    public event Action? Changed;

    /// <summary>The words; empty before the first are told.</summary>
    public string Words { get; private set; } = string.Empty;

    /// <summary>Changes the words.</summary>
    public void Tell(string words)
    {
        Words = words;
        Changed?.Invoke();
    }
}
