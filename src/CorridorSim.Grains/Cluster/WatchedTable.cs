using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Clustering.Redis;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// The membership table of Orleans as one worker reads it. It notices when the worker is no member any more: the others took it
/// for dead, upon which Orleans would end the process with a dump, or Redis has lost the table, which Orleans would not notice.
/// And it waits while Redis is away. A worker has no state to protect: it can join again.
/// </summary>
internal sealed class WatchedTable(IMembershipTable table, SiloAddress self, ClusterSettings settings) : IMembershipTable, IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<string> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isMember;

    /// <summary>Ends when the worker is no member any more, with the reason.</summary>
    public Task<string> Gone => _gone.Task;

    /// <summary>True while Redis does not answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Puts itself before the table of a silo.</summary>
    public static void AddTo(IServiceCollection services, ClusterSettings settings)
    {
        var table = services.Last(d => d.ServiceType == typeof(IMembershipTable)).ImplementationFactory!;
        _ = services.AddSingleton(s => new WatchedTable((IMembershipTable)table(s), s.GetRequiredService<ILocalSiloDetails>().SiloAddress, settings));
        _ = services.Replace(ServiceDescriptor.Singleton<IMembershipTable>(s => s.GetRequiredService<WatchedTable>()));
    }

    /// <summary>Waits for Redis no longer.</summary>
    public void End() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    /// <inheritdoc/>
    public Task InitializeMembershipTable(bool tryInitTableVersion) => table.InitializeMembershipTableAsync(tryInitTableVersion, CancellationToken.None);

    /// <inheritdoc/>
    public Task DeleteMembershipTableEntries(string clusterId) => table.DeleteMembershipTableEntriesAsync(clusterId, CancellationToken.None);

    /// <inheritdoc/>
    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => table.CleanupDefunctSiloEntriesAsync(beforeDate, CancellationToken.None);

    /// <inheritdoc/>
    public Task<MembershipTableData> ReadRow(SiloAddress key) => table.ReadRowAsync(key, CancellationToken.None);

    /// <inheritdoc/>
    public async Task<MembershipTableData> ReadAll()
    {
        try
        {
            return Judge(await table.ReadAllAsync(CancellationToken.None));
        }
        catch (RedisClusteringException) when (_isMember)
        {
            _ = _gone.TrySetResult(Lost);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => table.InsertRowAsync(entry, tableVersion, CancellationToken.None);

    /// <inheritdoc/>
    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => table.UpdateRowAsync(entry, etag, tableVersion, CancellationToken.None);

    /// <inheritdoc/>
    public async Task UpdateIAmAlive(MembershipEntry entry)
    {
        while (true)
        {
            try
            {
                await table.UpdateIAmAliveAsync(entry, CancellationToken.None);
                Note(isAway: false);
                return;
            }
            catch (RedisClusteringException)
            {
                // Another silo wrote meanwhile, or the row is not there.
                Note(isAway: false);
                _ = await ReadAll();
                throw;
            }
            catch (Exception error) when (Members.IsAway(error))
            {
                // Orleans would ask again less and less often.
                Note(isAway: true);
                await Task.Delay(TimeSpan.FromSeconds(1), _end.Token);
            }
        }
    }

    private string Lost => $"Redis at {settings.Address} has lost the cluster";

    private MembershipTableData Judge(MembershipTableData data)
    {
        var row = data.TryGet(self)?.Item1;
        if (_isMember && row is null)
        {
            _ = _gone.TrySetResult(Lost);
        }
        else if (_isMember && row!.Status == SiloStatus.Dead)
        {
            _ = _gone.TrySetResult("the other workers took this one for dead, as after a long pause");
        }

        _isMember |= row is not null;
        return _gone.Task.IsCompleted ? throw new OrleansException("This silo is no member any more.") : data;
    }

    private void Note(bool isAway)
    {
        if (IsAway != isAway)
        {
            IsAway = isAway;
            settings.Notice(isAway
                ? $"Redis at {settings.Address} does not answer; going on with the blocks at hand"
                : $"Redis at {settings.Address} answers again");
        }
    }
}
