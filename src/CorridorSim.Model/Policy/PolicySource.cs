using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Policy;

/// <summary>A provision that pulls a slot.</summary>
/// <param name="Instrument">Index of the agreement or the measures.</param>
/// <param name="Provision">Index of the provision in it.</param>
internal readonly record struct PolicySource(int Instrument, int Provision)
{
    /// <summary>Per slot the provisions that pull it, in order of instrument.</summary>
    public static ILookup<Slot, PolicySource> BySlot(IReadOnlyList<Instrument> instruments) => (
        from i in Enumerable.Range(0, instruments.Count)
        from p in Enumerable.Range(0, instruments[i].Provisions.Count)
        from target in instruments[i].Provisions[p].Targets
        select (target, source: new PolicySource(i, p))).ToLookup(t => t.target, t => t.source);
}
