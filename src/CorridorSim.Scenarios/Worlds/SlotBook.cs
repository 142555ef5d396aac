using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>All inputs of a world, each under its path.</summary>
public sealed class SlotBook
{
    private readonly List<InputSlot> _slots = [];
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);

    /// <summary>The inputs in order of index.</summary>
    public IReadOnlyList<InputSlot> Slots => _slots;

    /// <summary>Adds an input.</summary>
    /// <exception cref="ArgumentException">The path is taken.</exception>
    public int Add(InputSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        _byPath.Add(slot.Path, _slots.Count);
        _slots.Add(slot);
        return _slots.Count - 1;
    }

    /// <summary>Finds an input by its path.</summary>
    public bool TryFind(string path, out int slot) => _byPath.TryGetValue(path, out slot);
}
