using System.Net;
using System.Security.Cryptography;
using System.Text;
using CorridorSim.Grains.Blocks;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// What clients of a worker may call: the grains that take blocks, and what an Orleans client needs for that; not the management of
/// Orleans, and no grain that only others of its block may call. Grains of the cluster call each other freely.
/// </summary>
/// <param name="pass">What opens everything to operators who have shown their key; null for nothing.</param>
public sealed class WorkerDoor(string? pass) : IIncomingGrainCallFilter
{
    private const string PassName = "corridorsim.pass";

    private static readonly HashSet<Type> Served = [typeof(IClockGrain), typeof(IWorkerGrain)];

    // How a client learns what grains there are, and how it stops a block; the interfaces themselves are internal to Orleans.
    private static readonly HashSet<string> Needed = ["IClusterManifestSystemTarget", "IGrainCallCancellationExtension", "ICancellationSourcesExtension"];

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.SourceId is { } source && IsOfSilo(source)) || IsServed(context.Request.GetInterfaceType()) || HasPass()
            ? context.Invoke()
            : throw new UnauthorizedAccessException($"A worker of CorridorSim takes blocks from clients; {context.InterfaceName} is not for them.");
    }

    /// <summary>The pass that belongs to a key of operators.</summary>
    public static string PassOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{PassName}:{key}")));

    /// <summary>Shows a pass with the next call.</summary>
    public static void Show(string pass) => RequestContext.Set(PassName, pass);

    /// <summary>Refuses to listen to a network without certificates unless that is wanted.</summary>
    /// <param name="address">Where the worker would listen.</param>
    /// <param name="settings">Its cluster; is told when it listens to everybody.</param>
    /// <param name="isOpen">True when it may listen to everybody.</param>
    /// <exception cref="ClusterException">It would listen to everybody, and may not.</exception>
    internal static void Demand(IPAddress address, ClusterSettings settings, bool isOpen)
    {
        if (IPAddress.IsLoopback(address) || settings.Tls is not null)
        {
            return;
        }

        if (!isOpen)
        {
            throw new ClusterException(
                $"a worker at {address} without certificates takes work from everybody who reaches it; give it some with --cluster-tls FOLDER (docs/cluster.md shows how), keep it to this machine with --address 127.0.0.1, or, in a network that strangers cannot reach, say --open.");
        }

        settings.Notice($"listening at {address} without certificates: everybody who reaches it can send it work");
    }

    // A silo that looks up where a message goes does so as the client that it hosts.
    private static bool IsOfSilo(GrainId source) => !source.IsClient() || source.Key.AsSpan().StartsWith("hosted-"u8);

    private bool HasPass() =>
        pass is not null && RequestContext.Get(PassName) is string shown && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(pass));

    private static bool IsServed(Type contract) => Served.Contains(contract) || Needed.Contains(contract.Name);
}
