using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Messaging;
using StackExchange.Redis;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// The workers of a cluster as Orleans' membership has them, for those who use it. What stands there was written by others: a
/// table that cannot be read counts as one that is away.
/// </summary>
internal sealed class Members : IAsyncDisposable
{
    private readonly ClusterSettings _settings;

    // Never started: it is here for the list of gateways of its provider.
    private readonly IHost _host;
    private readonly IGatewayListProvider _gateways;
    private bool _isRead;
    private bool _isAway;

    /// <summary>The members of a cluster.</summary>
    public Members(ClusterSettings settings)
    {
        _settings = settings;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(settings.Name);
            client.UseRedisClustering(o => o.ConfigurationOptions = settings.Address.ToRedis());
        });
        _host = builder.Build();
        _gateways = _host.Services.GetRequiredService<IGatewayListProvider>();
    }

    /// <summary>Gateways of the active workers, or null while they cannot be read; changes are told.</summary>
    public async Task<IReadOnlyCollection<Uri>?> ReadAsync()
    {
        try
        {
            if (!_isRead)
            {
                await _gateways.InitializeGatewayListProvider();
                _isRead = true;
            }

            var gateways = await _gateways.GetGateways();
            Note(null);
            return [.. gateways.Distinct()];
        }
        catch (RedisClusteringException)
        {
            // Redis was restarted empty: the workers write the list anew.
            _isRead = false;
            Note(null);
            return [];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Note(IsAway(error)
                ? $"Redis at {_settings.Address} does not answer; going on with the workers at hand"
                : $"the list of workers in Redis at {_settings.Address} cannot be read ({error.Message}); empty that database, and the workers write it anew");
            return null;
        }
    }

    /// <summary>Another build that has, or had, workers in the same database; null when there is none.</summary>
    public static async Task<string?> OtherBuildAsync(ClusterSettings settings)
    {
        const string Tables = "corridorsim/members/";
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(settings.Address.ToRedis());
            await foreach (var key in redis.GetServers()[0].KeysAsync(settings.Address.Database, Tables + "*"))
            {
                if (key.ToString()[Tables.Length..] is var build && BuildIdentity.IsName(build) && build != settings.Build.ToString())
                {
                    return build;
                }
            }
        }
        catch (Exception error) when (IsAway(error))
        {
            // It is told where it matters more.
        }

        return null;
    }

    /// <summary>True for what happens when Redis is away.</summary>
    public static bool IsAway(Exception error) => error is RedisException or TimeoutException;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)_host).DisposeAsync();

    private void Note(string? obstacle)
    {
        if ((obstacle is not null) != _isAway)
        {
            _isAway = obstacle is not null;
            _settings.Notice(obstacle ?? $"Redis at {_settings.Address} answers again");
        }
    }
}
