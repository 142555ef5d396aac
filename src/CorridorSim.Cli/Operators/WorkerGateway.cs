using System.Net;
using Orleans.Messaging;
using Orleans.Runtime;

namespace CorridorSim.Cli.Operators;

/// <summary>Leads to the worker of this process, also after it has joined again at another port.</summary>
/// <param name="gateway">Where the worker is reached now.</param>
internal sealed class WorkerGateway(Func<IPEndPoint> gateway) : IGatewayListProvider
{
    /// <inheritdoc/>
    public TimeSpan MaxStaleness => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IList<Uri>> GetGateways() => Task.FromResult<IList<Uri>>([SiloAddress.New(gateway(), 0).ToGatewayUri()]);
}
