using Orleans.Clustering.Redis;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// The row of one worker in Orleans' table. It tells when the worker is no member any more: the others took it for dead, upon which
/// Orleans would end the process with a dump, or Redis has lost the table, which Orleans need not notice. After an outage of Redis it
/// publishes that the worker is alive until Orleans, which tries less and less often, has caught up. A worker can join again.
/// </summary>
internal sealed class OwnRow(IMembershipTable table, ILocalSiloDetails silo, ClusterSettings settings) : IFatalErrorHandler
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>As far apart as Orleans may come to try.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(70);

    private long _publishUntil;
    private volatile string? _end;

    /// <summary>True while Redis does not answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Waits until the worker is no member any more.</summary>
    /// <returns>The reason.</returns>
    public async Task<string> WatchAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Beat, stop);
            try
            {
                if (await FindEndAsync(stop) is { } end)
                {
                    return end;
                }

                Note(isAway: false);
            }
            catch (Exception error) when (Members.IsAway(error))
            {
                Note(isAway: true);
            }
        }
    }

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => true;

    /// <summary>Notes what Orleans cannot go on after: the worker joins again.</summary>
    public void OnFatalException(object? sender, string? context, Exception? exception) => _end ??= exception?.Message ?? context ?? "Orleans has ended";

    private async Task<string?> FindEndAsync(CancellationToken stop)
    {
        try
        {
            var row = (await table.ReadRowAsync(silo.SiloAddress, stop)).TryGet(silo.SiloAddress)?.Item1;
            if (row is null or { Status: SiloStatus.Dead })
            {
                return row is null ? Lost : "the other workers took this one for dead, as after a long pause";
            }
        }
        catch (RedisClusteringException)
        {
            return Lost;
        }

        try
        {
            if (Environment.TickCount64 < _publishUntil)
            {
                await table.UpdateIAmAliveAsync(new MembershipEntry { SiloAddress = silo.SiloAddress, IAmAliveTime = DateTime.UtcNow }, stop);
            }
        }
        catch (RedisClusteringException)
        {
            // Another silo wrote meanwhile: at the next beat.
        }

        return _end;
    }

    private string Lost => $"Redis at {settings.Address} has lost the cluster";

    private void Note(bool isAway)
    {
        if (IsAway != isAway)
        {
            IsAway = isAway;
            _publishUntil = Environment.TickCount64 + (long)CatchUp.TotalMilliseconds;
            settings.Notice(isAway
                ? $"Redis at {settings.Address} does not answer; going on with the blocks at hand"
                : $"Redis at {settings.Address} answers again");
        }
    }
}
