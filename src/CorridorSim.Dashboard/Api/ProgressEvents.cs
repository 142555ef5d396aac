using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CorridorSim.Dashboard.Api;

/// <summary>How far a job is, as server-sent events until it ends.</summary>
internal static class ProgressEvents
{
    /// <summary>
    /// One event now and one after each change; a slow reader gets the newest state and skips those between. The stream ends with
    /// the job, or when the program ends: a program that waited for its readers would not.
    /// </summary>
    /// <param name="subscribe">Called with what to raise on a change.</param>
    /// <param name="unsubscribe">Called with the same at the end.</param>
    /// <param name="look">Whether the state can still change, looked up before the state, so that the last event is the end.</param>
    /// <param name="ending">Signalled when the program ends.</param>
    /// <param name="cancellation">Signalled when the reader leaves.</param>
    public static async IAsyncEnumerable<SseItem<T>> FollowAsync<T>(
        Action<Action> subscribe, Action<Action> unsubscribe, Func<(bool IsActive, T State)> look, CancellationToken ending, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note() => changes.Writer.TryWrite(true);
        await using var end = ending.Register(() => changes.Writer.TryComplete());
        subscribe(Note);
        try
        {
            Note();
            await foreach (var _ in changes.Reader.ReadAllAsync(cancellation))
            {
                var (isActive, state) = look();
                yield return new SseItem<T>(state, "progress");
                if (!isActive)
                {
                    yield break;
                }
            }
        }
        finally
        {
            unsubscribe(Note);
        }
    }
}
