using System.Net;
using CorridorSim.Dashboard.Doors;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Grains.Cluster;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Hosting;
using Orleans.Messaging;
using Orleans.Runtime;

namespace CorridorSim.Cli.Operators;

/// <summary>What a worker shows those who operate it: its health and, behind the key, the dashboard of Orleans.</summary>
internal static class OperatorServer
{
    private const string DashboardPath = "/orleans";

    /// <summary>Starts it; dispose of the result to end it.</summary>
    /// <param name="url">Address to listen on.</param>
    /// <param name="worker">The worker that it tells about.</param>
    /// <param name="settings">The cluster of the worker.</param>
    /// <param name="key">Key that the Orleans dashboard asks for; null for no such dashboard.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="ClusterException">The address is taken.</exception>
    public static async Task<WebApplication> StartAsync(Uri url, Worker worker, ClusterSettings settings, string? key, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url.ToString()).ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxRequestBodySize) = (false, 0));
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(worker).AddHealthChecks().AddCheck<WorkerHealth>("worker");
        if (key is not null)
        {
            builder.UseOrleansClient(client => Connect(client, worker, settings, key));
        }

        var app = builder.Build();
        if (key is not null)
        {
            var gate = new OperatorGate(new AccessKey(key));
            app.UseWhen(context => context.Request.Path.StartsWithSegments(DashboardPath), branch => branch.Use(gate.GuardAsync));
            app.UseRouting();
            app.MapOrleansDashboard(DashboardPath);
        }

        app.MapHealth();
        try
        {
            await app.StartAsync(cancellation);
            return app;
        }
        catch (IOException error)
        {
            await app.DisposeAsync();
            throw new ClusterException($"{error.Message.TrimEnd('.')}; give another address with --status.", error);
        }
    }

    /// <summary>Has the silo of a worker tell the Orleans dashboard about itself, and let operators with the same key in.</summary>
    public static WorkerOptions Extend(WorkerOptions options, string key) => options with
    {
        Pass = WorkerDoor.PassOf(key),
        Extend = silo =>
        {
            options.Extend(silo);
            silo.AddDashboard();
        },
    };

    private static void Connect(IClientBuilder client, Worker worker, ClusterSettings settings, string key)
    {
        client.Services.AddSingleton<IGatewayListProvider>(new WorkerGateway(() => IPEndPoint.Parse(worker.Gateway)));
        client.Configure<ClusterOptions>(settings.Name);
        client.AddDashboard();
        client.AddOutgoingGrainCallFilter(context =>
        {
            WorkerDoor.Show(WorkerDoor.PassOf(key));
            return context.Invoke();
        });
        settings.Tls?.Use(client);
    }
}

/// <summary>In order while blocks are welcome: joined, Redis answers, not leaving.</summary>
internal sealed class WorkerHealth(Worker worker) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(worker.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

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
