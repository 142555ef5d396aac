using CorridorSim.Model.Randomness;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace CorridorSim.Grains.Placement;

/// <summary>Chooses the silo of a block: the hash of run/block over the silos in order of address.</summary>
public sealed class BlockPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var silos = context.GetCompatibleSilos(target);
        Array.Sort(silos);
        var hash = AddressedDraws.NameHash(BlockKey(target.GrainIdentity.Key.ToString() ?? string.Empty));
        return Task.FromResult(silos[(int)((hash ^ (hash >> 32)) % (ulong)silos.Length)]);
    }

    /// <summary>The run/block part of a key.</summary>
    public static string BlockKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var first = key.IndexOf('/', StringComparison.Ordinal);
        var second = first < 0 ? -1 : key.IndexOf('/', first + 1);
        return second < 0 ? key : key[..second];
    }
}
