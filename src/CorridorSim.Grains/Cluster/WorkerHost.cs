using System.Globalization;
using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService.SiloMetadata;

namespace CorridorSim.Grains.Cluster;

/// <summary>Sets up the silo of a worker.</summary>
internal static class WorkerHost
{
    /// <summary>How long a silo may take to leave.</summary>
    public static TimeSpan StopPatience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Builds a silo that has not started.</summary>
    public static IHost Build(ClusterSettings settings, WorkerOptions options, IPEndPoint silo, IPEndPoint gateway)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopPatience);
        builder.UseOrleans(orleans =>
        {
            orleans.Configure<ClusterOptions>(settings.Name);
            orleans.Configure<SiloOptions>(o => o.SiloName = name);
            orleans.UseSiloMetadata(new Dictionary<string, string> { [WorkerGrain.Name] = name, [WorkerGrain.Slots] = options.Slots.ToString(CultureInfo.InvariantCulture) });
            orleans.UseRedisClustering(o => o.ConfigurationOptions = settings.Address.ToRedis());
            orleans.ConfigureEndpoints(silo.Address, silo.Port, gateway.Port);
            orleans.Configure<ClusterMembershipOptions>(Judge);
            orleans.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = settings.BlockBudget);
            orleans.Services.AddSingleton<BlockStore>();
            orleans.AddIncomingGrainCallFilter(new WorkerDoor(options.Pass));
            settings.Tls?.Use(orleans);
            orleans.Services.AddSingleton(settings).AddSingleton<OwnRow>().AddSingleton<IFatalErrorHandler>(s => s.GetRequiredService<OwnRow>());
            options.Extend(orleans);
        });
        return builder.Build();
    }

    // Who does not answer for eight seconds is no member any more, whoever notices first: its blocks are sent elsewhere, and on
    // waking it joins again. No block depends on a second silo, so there is no hurry to tell the others; they read the table.
    private static void Judge(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 4;
        options.NumVotesForDeathDeclaration = 1;
        options.EnableConnectionLivenessCheck = false;
        options.UseLivenessGossip = false;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(4);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedTableIAmAliveLimit = 3;
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);
        options.DefunctSiloExpiration = TimeSpan.FromHours(1);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
    }
}
