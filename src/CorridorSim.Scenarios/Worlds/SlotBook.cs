using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>All inputs of a world, each under its path.</summary>
public sealed class SlotBook
{
    private readonly List<InputSlot> _slots = [];
    private readonly Dictionary<string, Slot> _byPath = new(StringComparer.Ordinal);

    /// <summary>The inputs in order of index.</summary>
    public IReadOnlyList<InputSlot> Slots => _slots;

    /// <summary>The input of a slot.</summary>
    public InputSlot this[Slot slot] => _slots[slot.Index];

    /// <summary>Adds an input.</summary>
    /// <exception cref="ArgumentException">The path is taken.</exception>
    public Slot Add(InputSlot input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var slot = new Slot(_slots.Count);
        _byPath.Add(input.Path, slot);
        _slots.Add(input);
        return slot;
    }

    /// <summary>Finds an input by its path.</summary>
    public bool TryFind(string path, out Slot slot) => _byPath.TryGetValue(path, out slot);
}
