using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Runtime.MembershipService.SiloMetadata;

namespace CorridorSim.Grains.Blocks;

/// <summary>What a silo tells about itself to those who use it; lives on the silo that is asked. Key: 0.</summary>
public interface IWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Its metadata.</summary>
    ValueTask<ImmutableDictionary<string, string>> DescribeAsync();
}

/// <inheritdoc cref="IWorkerGrain"/>
[StatelessWorker(1, false)]
[Reentrant]
public sealed class WorkerGrain(IOptions<SiloMetadata> metadata) : Grain, IWorkerGrain
{
    /// <summary>Key of the metadata that names a worker for people.</summary>
    public const string Name = "name";

    /// <summary>Key of the metadata that says how many blocks a worker has at work at the same time.</summary>
    public const string Slots = "slots";

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<string, string>> DescribeAsync() => new(metadata.Value.Metadata);
}
