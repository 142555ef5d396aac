using System.Collections.Concurrent;
using Orleans.GrainDirectory;
using Orleans.Runtime;

namespace CorridorSim.Grains.Placement;

/// <summary>
/// Knows the grains of the blocks on this silo and of no other. The usual directory is spread over all silos, so that a
/// paused silo would hold up blocks on every other; a block has no business outside its silo.
/// </summary>
public sealed class BlockDirectory : IGrainDirectory
{
    /// <summary>Name of the directory.</summary>
    public const string Name = "blocks";

    private readonly ConcurrentDictionary<GrainId, GrainAddress> _grains = new();

    /// <inheritdoc/>
    public Task<GrainAddress?> Register(GrainAddress address) => Register(address, null);

    /// <inheritdoc/>
    public Task<GrainAddress?> Register(GrainAddress address, GrainAddress? previousAddress)
    {
        ArgumentNullException.ThrowIfNull(address);
        var kept = _grains.AddOrUpdate(address.GrainId, address, (_, there) => previousAddress?.Matches(there) == true ? address : there);
        return Task.FromResult<GrainAddress?>(kept);
    }

    /// <inheritdoc/>
    public Task Unregister(GrainAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (_grains.TryGetValue(address.GrainId, out var there) && there.Matches(address))
        {
            _ = _grains.TryRemove(new KeyValuePair<GrainId, GrainAddress>(address.GrainId, there));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GrainAddress?> Lookup(GrainId grainId) => Task.FromResult(_grains.GetValueOrDefault(grainId));

    /// <inheritdoc/>
    public Task UnregisterSilos(List<SiloAddress> siloAddresses) => Task.CompletedTask;
}
