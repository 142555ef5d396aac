using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Hears that the other silos have declared this one dead, as after a long pause. Orleans would end the process with a
/// dump; a worker has no state to protect and joins again instead. The interface is internal to Orleans: where a later
/// version has none of that name, the process ends as Orleans wants.
/// </summary>
public class DeathNotice : DispatchProxy
{
    private Action _heard = () => { };

    /// <summary>Registers the handler in the place of the one of Orleans.</summary>
    internal static void AddTo(IServiceCollection services, Action heard)
    {
        if (typeof(Silo).Assembly.GetType("Orleans.Runtime.IFatalErrorHandler") is { } contract)
        {
            var proxy = Create(contract, typeof(DeathNotice));
            ((DeathNotice)proxy)._heard = heard;
            services.Replace(ServiceDescriptor.Singleton(contract, proxy));
        }
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.ReturnType == typeof(bool))
        {
            return true;
        }

        _heard();
        return null;
    }
}
