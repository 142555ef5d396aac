using System.Text.Json;
using StackExchange.Redis;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// The workers of a cluster, each a card in Redis that lapses when it is not renewed. Lapses are counted by the clock of
/// Redis alone, so that the clocks of the nodes may differ.
/// </summary>
internal sealed class WorkerRegistry : IAsyncDisposable
{
    private static readonly RedisKey Workers = "corridorsim:workers";
    private static readonly RedisKey Refusals = "corridorsim:refusals";
    private readonly ConnectionMultiplexer _redis;
    private readonly IDatabase _database;

    private WorkerRegistry(ConnectionMultiplexer redis)
    {
        _redis = redis;
        _database = redis.GetDatabase();
    }

    /// <summary>How long a card stays without being renewed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(6);

    /// <summary>Connects to Redis.</summary>
    /// <exception cref="ClusterException">Redis does not answer, or does not let us in.</exception>
    public static async Task<WorkerRegistry> OpenAsync(ClusterAddress address)
    {
        await RedisDoor.KnockAsync(address);
        var redis = await ConnectionMultiplexer.ConnectAsync(address.ToRedis());
        try
        {
            _ = await redis.GetDatabase().PingAsync();
            return new WorkerRegistry(redis);
        }
        catch (RedisException error)
        {
            await redis.DisposeAsync();
            throw new ClusterException($"no Redis answers at {address} ({Reason(error)}); start it or correct --cluster.", error);
        }
    }

    /// <summary>True for what happens when Redis is away.</summary>
    public static bool IsAway(Exception error) => error is RedisException or TimeoutException;

    /// <summary>The cards that have not lapsed.</summary>
    public async Task<IReadOnlyList<WorkerCard>> ReadAsync()
    {
        var ids = await _database.SetMembersAsync(Workers);
        if (ids.Length == 0)
        {
            return [];
        }

        var texts = await _database.StringGetAsync([.. ids.Select(i => KeyOf(i.ToString()))]);
        RedisValue[] lapsed = [.. ids.Where((_, i) => texts[i].IsNull)];
        if (lapsed.Length > 0)
        {
            _ = await _database.SetRemoveAsync(Workers, lapsed);
        }

        return [.. texts.Where(t => !t.IsNull).Select(t => Parse(t.ToString())).OfType<WorkerCard>()];
    }

    /// <summary>Writes or renews a card; false when an earlier card of the worker had gone, as after the loss of the database.</summary>
    public async Task<bool> WriteAsync(WorkerCard card)
    {
        var had = await _database.StringSetAsync(KeyOf(card.Id), JsonSerializer.Serialize(card), Lifetime, When.Exists);
        if (!had)
        {
            _ = await _database.StringSetAsync(KeyOf(card.Id), JsonSerializer.Serialize(card), Lifetime);
        }

        _ = await _database.SetAddAsync(Workers, card.Id);
        return had;
    }

    /// <summary>Takes a card away.</summary>
    public async Task RemoveAsync(WorkerCard card)
    {
        _ = await _database.KeyDeleteAsync(KeyOf(card.Id));
        _ = await _database.SetRemoveAsync(Workers, card.Id);
    }

    /// <summary>Leaves word for the workers that somebody of another build was refused.</summary>
    public async Task LeaveRefusalAsync(string who)
    {
        _ = await _database.ListRightPushAsync(Refusals, who);
        await _database.ListTrimAsync(Refusals, -100, -1);
        _ = await _database.KeyExpireAsync(Refusals, TimeSpan.FromMinutes(1));
    }

    /// <summary>Takes the words that were left about refusals.</summary>
    public async Task<IReadOnlyList<string>> TakeRefusalsAsync() =>
        [.. (await _database.ListLeftPopAsync(Refusals, 100) ?? []).Select(r => r.ToString())];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _redis.DisposeAsync();

    private static RedisKey KeyOf(string id) => $"corridorsim:worker:{id}";

    // A card of another build may have another shape: it counts as no card here, and its build cannot join ours anyway.
    private static WorkerCard? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkerCard>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reason(Exception error) => error is RedisConnectionException c ? c.FailureType.ToString() : "no answer in time";
}
